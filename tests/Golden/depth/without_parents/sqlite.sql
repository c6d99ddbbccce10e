SELECT `t0`.`id`, `t0`.`name`, `t0`.`email`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, name 1, email 2, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ]
-- next
SELECT `t1`.`id`, `t1`.`name`, `t1`.`price`, `t1`.`note`, `t1`.`is_active`, `t1`.`created_at`, `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `t2`.`id`, `t2`.`name`, `t2`.`email`, `t3`.`id`, `t3`.`name`, `t3`.`price`, `t3`.`note`, `t3`.`is_active`, `t3`.`created_at`, `t3`.`owner_id`, `t3`.`reviewer_id`, `t3`.`parent_id`, `t4`.`id`, `t4`.`name`, `t4`.`email`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
LEFT JOIN `main`.`person` AS `t2` ON `t2`.`id` = `t1`.`owner_id`
LEFT JOIN `main`.`item` AS `t3` ON `t3`.`id` = `t1`.`parent_id`
LEFT JOIN `main`.`person` AS `t4` ON `t4`.`id` = `t1`.`reviewer_id`
ORDER BY `p`.`n`, `t1`.`id`
-- next
SELECT `t5`.`id`, `t5`.`name`, `t5`.`price`, `t5`.`note`, `t5`.`is_active`, `t5`.`created_at`, `t5`.`owner_id`, `t5`.`reviewer_id`, `t5`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `main`.`item` AS `t5` ON `t5`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t5`.`id`
-- next
SELECT `t6`.`item_id`, `t6`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `main`.`item_label` AS `t6` ON `t6`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t6`.`item_id`, `t6`.`label_id`
-- next
SELECT `t7`.`id`, `t7`.`item_id`, `t7`.`words`, `t7`.`deleted_at`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `main`.`memo` AS `t7` ON `t7`.`item_id` = `p`.`k0`
WHERE `t7`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t7`.`id`
-- next
SELECT `t8`.`id`, `t8`.`name`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`id`) AS `n`, `t1`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `p`
JOIN `main`.`item_label` AS `t9` ON `t9`.`item_id` = `p`.`k0`
JOIN `main`.`label` AS `t8` ON `t8`.`id` = `t9`.`label_id`
ORDER BY `p`.`n`, `t8`.`id`
-- next
SELECT `t10`.`id`, `t10`.`name`, `t10`.`price`, `t10`.`note`, `t10`.`is_active`, `t10`.`created_at`, `t10`.`owner_id`, `t10`.`reviewer_id`, `t10`.`parent_id`, `t11`.`id`, `t11`.`name`, `t11`.`email`, `t12`.`id`, `t12`.`name`, `t12`.`price`, `t12`.`note`, `t12`.`is_active`, `t12`.`created_at`, `t12`.`owner_id`, `t12`.`reviewer_id`, `t12`.`parent_id`, `t13`.`id`, `t13`.`name`, `t13`.`email`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`
LEFT JOIN `main`.`person` AS `t11` ON `t11`.`id` = `t10`.`owner_id`
LEFT JOIN `main`.`item` AS `t12` ON `t12`.`id` = `t10`.`parent_id`
LEFT JOIN `main`.`person` AS `t13` ON `t13`.`id` = `t10`.`reviewer_id`
ORDER BY `p`.`n`, `t10`.`id`
-- next
SELECT `t14`.`id`, `t14`.`name`, `t14`.`price`, `t14`.`note`, `t14`.`is_active`, `t14`.`created_at`, `t14`.`owner_id`, `t14`.`reviewer_id`, `t14`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `main`.`item` AS `t14` ON `t14`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t14`.`id`
-- next
SELECT `t15`.`item_id`, `t15`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `main`.`item_label` AS `t15` ON `t15`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t15`.`item_id`, `t15`.`label_id`
-- next
SELECT `t16`.`id`, `t16`.`item_id`, `t16`.`words`, `t16`.`deleted_at`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `main`.`memo` AS `t16` ON `t16`.`item_id` = `p`.`k0`
WHERE `t16`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t16`.`id`
-- next
SELECT `t17`.`id`, `t17`.`name`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t10`.`id`) AS `n`, `t10`.`id` AS `k0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t10` ON `t10`.`reviewer_id` = `p`.`k0`) AS `p`
JOIN `main`.`item_label` AS `t18` ON `t18`.`item_id` = `p`.`k0`
JOIN `main`.`label` AS `t17` ON `t17`.`id` = `t18`.`label_id`
ORDER BY `p`.`n`, `t17`.`id`
