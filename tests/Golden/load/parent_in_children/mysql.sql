SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
ORDER BY CONVERT(`t0`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL DESC, CONVERT(`t0`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $1
-- $1 = 10 (bigint)
-- row: id 0, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL ]
-- next
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`email` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL DESC, CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, CONVERT(`t0`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
ORDER BY CONVERT(`t0`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL DESC, CONVERT(`t0`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $1) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`parent_id` = `p`.`k0`
LEFT JOIN `shop`.`person` AS `t2` ON `t2`.`id` = `t1`.`owner_id`
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = 10 (bigint)
