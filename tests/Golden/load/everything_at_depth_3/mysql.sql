SELECT `t0`.`id`, CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY)
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1
-- $1 = 7 (bigint)
-- row: id 0, name 1, referenced_by_item_label_label_id_objects [ item_id 0, label_id 1, item_id_object { id 2, name 3, price 4, note 5, is_active 6, created_at 7, owner_id 8, reviewer_id 9, parent_id 10 } unless 2 is NULL, label_id_object { id 11, name 12 } unless 11 is NULL, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] ], item [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ]
-- next
SELECT `t1`.`item_id`, `t1`.`label_id`, `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t1` ON `t1`.`label_id` = `p`.`k0`
LEFT JOIN `shop`.`item` AS `t2` ON `t2`.`id` = `t1`.`item_id`
LEFT JOIN `shop`.`label` AS `t3` ON `t3`.`id` = `t1`.`label_id`
ORDER BY `p`.`n`, `t1`.`item_id`, `t1`.`label_id`
-- $1 = 7 (bigint)
-- next
SELECT `t4`.`item_id`, `t4`.`label_id`, `t4`.`copies`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`item_id`, `t1`.`label_id`) AS `n`, `t1`.`item_id` AS `k0`, `t1`.`label_id` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t1` ON `t1`.`label_id` = `p`.`k0`) AS `p`
JOIN `shop`.`print` AS `t4` ON (`t4`.`item_id` = `p`.`k0` AND `t4`.`label_id` = `p`.`k1`)
ORDER BY `p`.`n`
-- $1 = 7 (bigint)
-- next
SELECT `t5`.`id`, CAST(CONVERT(`t5`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`note` USING utf8mb4) AS BINARY), `t5`.`is_active`, CAST(CONVERT(`t5`.`created_at` USING utf8mb4) AS BINARY), `t5`.`owner_id`, `t5`.`reviewer_id`, `t5`.`parent_id`, `t7`.`id`, CAST(CONVERT(`t7`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t7`.`email` USING utf8mb4) AS BINARY), `t8`.`id`, CAST(CONVERT(`t8`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t8`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t8`.`note` USING utf8mb4) AS BINARY), `t8`.`is_active`, CAST(CONVERT(`t8`.`created_at` USING utf8mb4) AS BINARY), `t8`.`owner_id`, `t8`.`reviewer_id`, `t8`.`parent_id`, `t9`.`id`, CAST(CONVERT(`t9`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t9`.`email` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `shop`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`
LEFT JOIN `shop`.`person` AS `t7` ON `t7`.`id` = `t5`.`owner_id`
LEFT JOIN `shop`.`item` AS `t8` ON `t8`.`id` = `t5`.`parent_id`
LEFT JOIN `shop`.`person` AS `t9` ON `t9`.`id` = `t5`.`reviewer_id`
ORDER BY `p`.`n`, `t5`.`id`
-- $1 = 7 (bigint)
-- next
SELECT `t10`.`id`, CAST(CONVERT(`t10`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`note` USING utf8mb4) AS BINARY), `t10`.`is_active`, CAST(CONVERT(`t10`.`created_at` USING utf8mb4) AS BINARY), `t10`.`owner_id`, `t10`.`reviewer_id`, `t10`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `shop`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t10`.`id`
-- $1 = 7 (bigint)
-- next
SELECT `t11`.`item_id`, `t11`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `shop`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `shop`.`item_label` AS `t11` ON `t11`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t11`.`item_id`, `t11`.`label_id`
-- $1 = 7 (bigint)
-- next
SELECT `t12`.`id`, `t12`.`item_id`, CAST(CONVERT(`t12`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t12`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `shop`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `shop`.`memo` AS `t12` ON `t12`.`item_id` = `p`.`k0`
WHERE `t12`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t12`.`id`
-- $1 = 7 (bigint)
-- next
SELECT `t13`.`id`, CAST(CONVERT(`t13`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `shop`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `shop`.`item_label` AS `t14` ON `t14`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t13` ON `t13`.`id` = `t14`.`label_id`
ORDER BY `p`.`n`, `t13`.`id`
-- $1 = 7 (bigint)
