SELECT `t0`.`id`, CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t0`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` = $1
-- $1 = 3 (bigint)
-- row: id 0, name 1, email 2, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] ]
-- next
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = 3 (bigint)
-- next
SELECT `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item` AS `t2` ON `t2`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t2`.`id`
-- $1 = 3 (bigint)
