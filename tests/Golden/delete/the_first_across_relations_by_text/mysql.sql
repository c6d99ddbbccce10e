SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE (LOWER(CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($1) AND (`t0`.`name` IN ($2) AND CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IN ($2)) AND EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $3 AND `t1`.`name` = $3 COLLATE utf8mb4_nopad_bin))))
ORDER BY `t0`.`id`
LIMIT 1
-- $1 = '%x%' (text)
-- $2 = ['a', 'b'] (text list)
-- $3 = 'Ada' (text)
-- next
DELETE FROM `shop`.`item`
WHERE (`id` IN ($1) AND (LOWER(CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($2) AND (`item`.`name` IN ($3) AND CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IN ($3)) AND EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `item`.`owner_id` AND (`t1`.`name` = $4 AND `t1`.`name` = $4 COLLATE utf8mb4_nopad_bin)))))
-- $1 = the keys chosen before (of the schema)
-- $2 = '%x%' (text)
-- $3 = ['a', 'b'] (text list)
-- $4 = 'Ada' (text)
