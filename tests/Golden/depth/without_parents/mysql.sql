SELECT `t0`.`id`, CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t0`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, name 1, email 2, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ]
-- next
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`email` USING utf8mb4) AS BINARY), `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`note` USING utf8mb4) AS BINARY), `t3`.`is_active`, CAST(CONVERT(`t3`.`created_at` USING utf8mb4) AS BINARY), `t3`.`owner_id`, `t3`.`reviewer_id`, `t3`.`parent_id`, `t4`.`id`, CAST(CONVERT(`t4`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`email` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
LEFT JOIN `shop`.`person` AS `t2` ON `t2`.`id` = `t1`.`owner_id`
LEFT JOIN `shop`.`item` AS `t3` ON `t3`.`id` = `t1`.`parent_id`
LEFT JOIN `shop`.`person` AS `t4` ON `t4`.`id` = `t1`.`reviewer_id`
ORDER BY `p`.`n`, `t1`.`id`
-- next
SELECT `t5`.`id`, CAST(CONVERT(`t5`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`note` USING utf8mb4) AS BINARY), `t5`.`is_active`, CAST(CONVERT(`t5`.`created_at` USING utf8mb4) AS BINARY), `t5`.`owner_id`, `t5`.`reviewer_id`, `t5`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item` AS `t5` ON `t5`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t5`.`id`
-- next
SELECT `t6`.`item_id`, `t6`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t6`.`item_id`, `t6`.`label_id`
-- next
SELECT `t7`.`id`, `t7`.`item_id`, CAST(CONVERT(`t7`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t7`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `shop`.`memo` AS `t7` ON `t7`.`item_id` = `p`.`k0`
WHERE `t7`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t7`.`id`
-- next
SELECT `t8`.`id`, CAST(CONVERT(`t8`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item_label` AS `t9` ON `t9`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t8` ON `t8`.`id` = `t9`.`label_id`
ORDER BY `p`.`n`, `t8`.`id`
-- next
SELECT `t10`.`id`, CAST(CONVERT(`t10`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`note` USING utf8mb4) AS BINARY), `t10`.`is_active`, CAST(CONVERT(`t10`.`created_at` USING utf8mb4) AS BINARY), `t10`.`owner_id`, `t10`.`reviewer_id`, `t10`.`parent_id`, `t11`.`id`, CAST(CONVERT(`t11`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t11`.`email` USING utf8mb4) AS BINARY), `t12`.`id`, CAST(CONVERT(`t12`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t12`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t12`.`note` USING utf8mb4) AS BINARY), `t12`.`is_active`, CAST(CONVERT(`t12`.`created_at` USING utf8mb4) AS BINARY), `t12`.`owner_id`, `t12`.`reviewer_id`, `t12`.`parent_id`, `t13`.`id`, CAST(CONVERT(`t13`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t13`.`email` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`
LEFT JOIN `shop`.`person` AS `t11` ON `t11`.`id` = `t10`.`owner_id`
LEFT JOIN `shop`.`item` AS `t12` ON `t12`.`id` = `t10`.`parent_id`
LEFT JOIN `shop`.`person` AS `t13` ON `t13`.`id` = `t10`.`reviewer_id`
ORDER BY `p`.`n`, `t10`.`id`
-- next
SELECT `t14`.`id`, CAST(CONVERT(`t14`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t14`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t14`.`note` USING utf8mb4) AS BINARY), `t14`.`is_active`, CAST(CONVERT(`t14`.`created_at` USING utf8mb4) AS BINARY), `t14`.`owner_id`, `t14`.`reviewer_id`, `t14`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item` AS `t14` ON `t14`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t14`.`id`
-- next
SELECT `t15`.`item_id`, `t15`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item_label` AS `t15` ON `t15`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t15`.`item_id`, `t15`.`label_id`
-- next
SELECT `t16`.`id`, `t16`.`item_id`, CAST(CONVERT(`t16`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t16`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `shop`.`memo` AS `t16` ON `t16`.`item_id` = `p`.`k0`
WHERE `t16`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t16`.`id`
-- next
SELECT `t17`.`id`, CAST(CONVERT(`t17`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item_label` AS `t18` ON `t18`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t17` ON `t17`.`id` = `t18`.`label_id`
ORDER BY `p`.`n`, `t17`.`id`
