DELETE FROM `shop`.`item`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `item`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
-- $1 = 'a' (text)
