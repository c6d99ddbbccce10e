SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY `t0`.`id`
LIMIT 1
-- $1 = 'Ada' (text)
-- next
DELETE FROM `shop`.`item`
WHERE (`id` IN ($1) AND EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `item`.`owner_id` AND (`t1`.`name` = $2 AND `t1`.`name` = $2 COLLATE utf8mb4_nopad_bin))))
-- $1 = the keys chosen before (of the schema)
-- $2 = 'Ada' (text)
