SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE (`t1`.`owner_id` = `t0`.`id` AND (`t1`.`note` IS NULL AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
