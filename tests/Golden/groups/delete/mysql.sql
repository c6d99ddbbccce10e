DELETE FROM `shop`.`item`
WHERE ((`item`.`name` = $1 AND `item`.`name` = $1 COLLATE utf8mb4_nopad_bin) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `item`.`owner_id` AND (`t1`.`name` = $2 AND `t1`.`name` = $2 COLLATE utf8mb4_nopad_bin))))
-- $1 = 'a' (text)
-- $2 = 'b' (text)
