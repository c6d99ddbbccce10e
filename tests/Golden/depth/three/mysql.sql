SELECT `t0`.`id`, `t0`.`parent_id`, `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`email` USING utf8mb4) AS BINARY), `t4`.`id`, CAST(CONVERT(`t4`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`note` USING utf8mb4) AS BINARY), `t4`.`is_active`, CAST(CONVERT(`t4`.`created_at` USING utf8mb4) AS BINARY), `t4`.`owner_id`, `t4`.`reviewer_id`, `t4`.`parent_id`, `t5`.`id`, CAST(CONVERT(`t5`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`email` USING utf8mb4) AS BINARY), `t6`.`id`, CAST(CONVERT(`t6`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t6`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t6`.`note` USING utf8mb4) AS BINARY), `t6`.`is_active`, CAST(CONVERT(`t6`.`created_at` USING utf8mb4) AS BINARY), `t6`.`owner_id`, `t6`.`reviewer_id`, `t6`.`parent_id`, `t7`.`id`, CAST(CONVERT(`t7`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t7`.`email` USING utf8mb4) AS BINARY), `t13`.`id`, CAST(CONVERT(`t13`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t13`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
LEFT JOIN `shop`.`item` AS `t4` ON `t4`.`id` = `t0`.`parent_id`
LEFT JOIN `shop`.`person` AS `t5` ON `t5`.`id` = `t4`.`owner_id`
LEFT JOIN `shop`.`item` AS `t6` ON `t6`.`id` = `t4`.`parent_id`
LEFT JOIN `shop`.`person` AS `t7` ON `t7`.`id` = `t4`.`reviewer_id`
LEFT JOIN `shop`.`person` AS `t13` ON `t13`.`id` = `t0`.`reviewer_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, parent_id 1, owner_id_object { id 2, name 3, email 4, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 2 is NULL, parent_id_object { id 5, name 6, price 7, note 8, is_active 9, created_at 10, owner_id 11, reviewer_id 12, parent_id 13, owner_id_object { id 14, name 15, email 16 } unless 14 is NULL, parent_id_object { id 17, name 18, price 19, note 20, is_active 21, created_at 22, owner_id 23, reviewer_id 24, parent_id 25 } unless 17 is NULL, reviewer_id_object { id 26, name 27, email 28 } unless 26 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] } unless 5 is NULL, reviewer_id_object { id 29, name 30, email 31, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 29 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1, item_id_object { id 2, name 3, price 4, note 5, is_active 6, created_at 7, owner_id 8, reviewer_id 9, parent_id 10 } unless 2 is NULL, label_id_object { id 11, name 12 } unless 11 is NULL, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3, item_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL ], label [ id 0, name 1, referenced_by_item_label_label_id_objects [ item_id 0, label_id 1 ], item [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] ]
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
-- next
SELECT `t8`.`id`, CAST(CONVERT(`t8`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t8`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t8`.`note` USING utf8mb4) AS BINARY), `t8`.`is_active`, CAST(CONVERT(`t8`.`created_at` USING utf8mb4) AS BINARY), `t8`.`owner_id`, `t8`.`reviewer_id`, `t8`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t4`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t4` ON `t4`.`id` = `t0`.`parent_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t8` ON `t8`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t8`.`id`
-- next
SELECT `t9`.`item_id`, `t9`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t4`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t4` ON `t4`.`id` = `t0`.`parent_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t9` ON `t9`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t9`.`item_id`, `t9`.`label_id`
-- next
SELECT `t10`.`id`, `t10`.`item_id`, CAST(CONVERT(`t10`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t10`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t4`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t4` ON `t4`.`id` = `t0`.`parent_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`memo` AS `t10` ON `t10`.`item_id` = `p`.`k0`
WHERE `t10`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t10`.`id`
-- next
SELECT `t11`.`id`, CAST(CONVERT(`t11`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t4`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`item` AS `t4` ON `t4`.`id` = `t0`.`parent_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t12` ON `t12`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t11` ON `t11`.`id` = `t12`.`label_id`
ORDER BY `p`.`n`, `t11`.`id`
-- next
SELECT `t14`.`id`, CAST(CONVERT(`t14`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t14`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t14`.`note` USING utf8mb4) AS BINARY), `t14`.`is_active`, CAST(CONVERT(`t14`.`created_at` USING utf8mb4) AS BINARY), `t14`.`owner_id`, `t14`.`reviewer_id`, `t14`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t13`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t13` ON `t13`.`id` = `t0`.`reviewer_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t14` ON `t14`.`owner_id` = `p`.`k0`
ORDER BY `p`.`n`, `t14`.`id`
-- next
SELECT `t15`.`id`, CAST(CONVERT(`t15`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t15`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t15`.`note` USING utf8mb4) AS BINARY), `t15`.`is_active`, CAST(CONVERT(`t15`.`created_at` USING utf8mb4) AS BINARY), `t15`.`owner_id`, `t15`.`reviewer_id`, `t15`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t13`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t13` ON `t13`.`id` = `t0`.`reviewer_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t15` ON `t15`.`reviewer_id` = `p`.`k0`
ORDER BY `p`.`n`, `t15`.`id`
-- next
SELECT `t16`.`id`, CAST(CONVERT(`t16`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t16`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t16`.`note` USING utf8mb4) AS BINARY), `t16`.`is_active`, CAST(CONVERT(`t16`.`created_at` USING utf8mb4) AS BINARY), `t16`.`owner_id`, `t16`.`reviewer_id`, `t16`.`parent_id`, `t17`.`id`, CAST(CONVERT(`t17`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t17`.`email` USING utf8mb4) AS BINARY), `t18`.`id`, CAST(CONVERT(`t18`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t18`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t18`.`note` USING utf8mb4) AS BINARY), `t18`.`is_active`, CAST(CONVERT(`t18`.`created_at` USING utf8mb4) AS BINARY), `t18`.`owner_id`, `t18`.`reviewer_id`, `t18`.`parent_id`, `t19`.`id`, CAST(CONVERT(`t19`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t19`.`email` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t16` ON `t16`.`parent_id` = `p`.`k0`
LEFT JOIN `shop`.`person` AS `t17` ON `t17`.`id` = `t16`.`owner_id`
LEFT JOIN `shop`.`item` AS `t18` ON `t18`.`id` = `t16`.`parent_id`
LEFT JOIN `shop`.`person` AS `t19` ON `t19`.`id` = `t16`.`reviewer_id`
ORDER BY `p`.`n`, `t16`.`id`
-- next
SELECT `t20`.`id`, CAST(CONVERT(`t20`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t20`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t20`.`note` USING utf8mb4) AS BINARY), `t20`.`is_active`, CAST(CONVERT(`t20`.`created_at` USING utf8mb4) AS BINARY), `t20`.`owner_id`, `t20`.`reviewer_id`, `t20`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t16`.`id`) AS `n`, `t16`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t16` ON `t16`.`parent_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item` AS `t20` ON `t20`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t20`.`id`
-- next
SELECT `t21`.`item_id`, `t21`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t16`.`id`) AS `n`, `t16`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t16` ON `t16`.`parent_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item_label` AS `t21` ON `t21`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t21`.`item_id`, `t21`.`label_id`
-- next
SELECT `t22`.`id`, `t22`.`item_id`, CAST(CONVERT(`t22`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t22`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t16`.`id`) AS `n`, `t16`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t16` ON `t16`.`parent_id` = `p`.`k0`) AS `p`
JOIN `shop`.`memo` AS `t22` ON `t22`.`item_id` = `p`.`k0`
WHERE `t22`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t22`.`id`
-- next
SELECT `t23`.`id`, CAST(CONVERT(`t23`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t16`.`id`) AS `n`, `t16`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t16` ON `t16`.`parent_id` = `p`.`k0`) AS `p`
JOIN `shop`.`item_label` AS `t24` ON `t24`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t23` ON `t23`.`id` = `t24`.`label_id`
ORDER BY `p`.`n`, `t23`.`id`
-- next
SELECT `t25`.`item_id`, `t25`.`label_id`, `t26`.`id`, CAST(CONVERT(`t26`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t26`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t26`.`note` USING utf8mb4) AS BINARY), `t26`.`is_active`, CAST(CONVERT(`t26`.`created_at` USING utf8mb4) AS BINARY), `t26`.`owner_id`, `t26`.`reviewer_id`, `t26`.`parent_id`, `t27`.`id`, CAST(CONVERT(`t27`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t25` ON `t25`.`item_id` = `p`.`k0`
LEFT JOIN `shop`.`item` AS `t26` ON `t26`.`id` = `t25`.`item_id`
LEFT JOIN `shop`.`label` AS `t27` ON `t27`.`id` = `t25`.`label_id`
ORDER BY `p`.`n`, `t25`.`item_id`, `t25`.`label_id`
-- next
SELECT `t28`.`item_id`, `t28`.`label_id`, `t28`.`copies`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t25`.`item_id`, `t25`.`label_id`) AS `n`, `t25`.`item_id` AS `k0`, `t25`.`label_id` AS `k1`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t25` ON `t25`.`item_id` = `p`.`k0`) AS `p`
JOIN `shop`.`print` AS `t28` ON (`t28`.`item_id` = `p`.`k0` AND `t28`.`label_id` = `p`.`k1`)
ORDER BY `p`.`n`
-- next
SELECT `t29`.`id`, `t29`.`item_id`, CAST(CONVERT(`t29`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t29`.`deleted_at` USING utf8mb4) AS BINARY), `t30`.`id`, CAST(CONVERT(`t30`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t30`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t30`.`note` USING utf8mb4) AS BINARY), `t30`.`is_active`, CAST(CONVERT(`t30`.`created_at` USING utf8mb4) AS BINARY), `t30`.`owner_id`, `t30`.`reviewer_id`, `t30`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`memo` AS `t29` ON `t29`.`item_id` = `p`.`k0`
LEFT JOIN `shop`.`item` AS `t30` ON `t30`.`id` = `t29`.`item_id`
WHERE `t29`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t29`.`id`
-- next
SELECT `t31`.`id`, CAST(CONVERT(`t31`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t32` ON `t32`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t31` ON `t31`.`id` = `t32`.`label_id`
ORDER BY `p`.`n`, `t31`.`id`
-- next
SELECT `t33`.`item_id`, `t33`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t31`.`id`) AS `n`, `t31`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t32` ON `t32`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t31` ON `t31`.`id` = `t32`.`label_id`) AS `p`
JOIN `shop`.`item_label` AS `t33` ON `t33`.`label_id` = `p`.`k0`
ORDER BY `p`.`n`, `t33`.`item_id`, `t33`.`label_id`
-- next
SELECT `t34`.`id`, CAST(CONVERT(`t34`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t34`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t34`.`note` USING utf8mb4) AS BINARY), `t34`.`is_active`, CAST(CONVERT(`t34`.`created_at` USING utf8mb4) AS BINARY), `t34`.`owner_id`, `t34`.`reviewer_id`, `t34`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t31`.`id`) AS `n`, `t31`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t32` ON `t32`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t31` ON `t31`.`id` = `t32`.`label_id`) AS `p`
JOIN `shop`.`item_label` AS `t35` ON `t35`.`label_id` = `p`.`k0`
JOIN `shop`.`item` AS `t34` ON `t34`.`id` = `t35`.`item_id`
ORDER BY `p`.`n`, `t34`.`id`
