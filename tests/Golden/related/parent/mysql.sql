SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND LOWER(CONVERT(`t1`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($1)))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = '%ann%' (text)
