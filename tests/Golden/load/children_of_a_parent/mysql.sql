SELECT `t0`.`id`, `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, owner_id_object { id 1, name 2, email 3, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 1 is NULL
-- next
SELECT `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t1`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t2` ON `t2`.`owner_id` = `p`.`k0`
ORDER BY `p`.`n`, `t2`.`id`
-- next
SELECT `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`note` USING utf8mb4) AS BINARY), `t3`.`is_active`, CAST(CONVERT(`t3`.`created_at` USING utf8mb4) AS BINARY), `t3`.`owner_id`, `t3`.`reviewer_id`, `t3`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t1`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t3` ON `t3`.`reviewer_id` = `p`.`k0`
ORDER BY `p`.`n`, `t3`.`id`
