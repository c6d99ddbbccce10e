SELECT `t0`.`id`, CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t0`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t0`.`note` USING utf8mb4) AS BINARY), `t0`.`is_active`, CAST(CONVERT(`t0`.`created_at` USING utf8mb4) AS BINARY), `t0`.`owner_id`, `t0`.`reviewer_id`, `t0`.`parent_id`, `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`email` USING utf8mb4) AS BINARY), `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
LEFT JOIN `shop`.`item` AS `t2` ON `t2`.`id` = `t0`.`parent_id`
LEFT JOIN `shop`.`person` AS `t3` ON `t3`.`id` = `t0`.`reviewer_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ]
-- next
SELECT `t4`.`id`, CAST(CONVERT(`t4`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`note` USING utf8mb4) AS BINARY), `t4`.`is_active`, CAST(CONVERT(`t4`.`created_at` USING utf8mb4) AS BINARY), `t4`.`owner_id`, `t4`.`reviewer_id`, `t4`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t4` ON `t4`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t4`.`id`
-- next
SELECT `t5`.`item_id`, `t5`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t5` ON `t5`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t5`.`item_id`, `t5`.`label_id`
-- next
SELECT `t6`.`id`, `t6`.`item_id`, CAST(CONVERT(`t6`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t6`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`memo` AS `t6` ON `t6`.`item_id` = `p`.`k0`
WHERE `t6`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t6`.`id`
-- next
SELECT `t7`.`id`, CAST(CONVERT(`t7`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t8` ON `t8`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t7` ON `t7`.`id` = `t8`.`label_id`
ORDER BY `p`.`n`, `t7`.`id`
