SELECT `t0`.`id`, `t0`.`name`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1
-- $1 = 7 (bigint)
-- row: id 0, name 1, referenced_by_item_label_label_id_objects [ item_id 0, label_id 1, item_id_object { id 2, name 3, price 4, note 5, is_active 6, created_at 7, owner_id 8, reviewer_id 9, parent_id 10 } unless 2 is NULL, label_id_object { id 11, name 12 } unless 11 is NULL, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] ], item [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ]
-- next
SELECT `t1`.`item_id`, `t1`.`label_id`, `t2`.`id`, `t2`.`name`, `t2`.`price`, `t2`.`note`, `t2`.`is_active`, `t2`.`created_at`, `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `t3`.`id`, `t3`.`name`, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t1` ON `t1`.`label_id` = `p`.`k0`
LEFT JOIN `main`.`item` AS `t2` ON `t2`.`id` = `t1`.`item_id`
LEFT JOIN `main`.`label` AS `t3` ON `t3`.`id` = `t1`.`label_id`
ORDER BY `p`.`n`, `t1`.`item_id`, `t1`.`label_id`
-- $1 = 7 (bigint)
-- next
SELECT `t4`.`item_id`, `t4`.`label_id`, `t4`.`copies`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t1`.`item_id`, `t1`.`label_id`) AS `n`, `t1`.`item_id` AS `k0`, `t1`.`label_id` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t1` ON `t1`.`label_id` = `p`.`k0`) AS `p`
JOIN `main`.`print` AS `t4` ON (`t4`.`item_id` = `p`.`k0` AND `t4`.`label_id` = `p`.`k1`)
ORDER BY `p`.`n`
-- $1 = 7 (bigint)
-- next
SELECT `t5`.`id`, `t5`.`name`, `t5`.`price`, `t5`.`note`, `t5`.`is_active`, `t5`.`created_at`, `t5`.`owner_id`, `t5`.`reviewer_id`, `t5`.`parent_id`, `t7`.`id`, `t7`.`name`, `t7`.`email`, `t8`.`id`, `t8`.`name`, `t8`.`price`, `t8`.`note`, `t8`.`is_active`, `t8`.`created_at`, `t8`.`owner_id`, `t8`.`reviewer_id`, `t8`.`parent_id`, `t9`.`id`, `t9`.`name`, `t9`.`email`, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `main`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`
LEFT JOIN `main`.`person` AS `t7` ON `t7`.`id` = `t5`.`owner_id`
LEFT JOIN `main`.`item` AS `t8` ON `t8`.`id` = `t5`.`parent_id`
LEFT JOIN `main`.`person` AS `t9` ON `t9`.`id` = `t5`.`reviewer_id`
ORDER BY `p`.`n`, `t5`.`id`
-- $1 = 7 (bigint)
-- next
SELECT `t10`.`id`, `t10`.`name`, `t10`.`price`, `t10`.`note`, `t10`.`is_active`, `t10`.`created_at`, `t10`.`owner_id`, `t10`.`reviewer_id`, `t10`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `main`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `main`.`item` AS `t10` ON `t10`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t10`.`id`
-- $1 = 7 (bigint)
-- next
SELECT `t11`.`item_id`, `t11`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `main`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `main`.`item_label` AS `t11` ON `t11`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t11`.`item_id`, `t11`.`label_id`
-- $1 = 7 (bigint)
-- next
SELECT `t12`.`id`, `t12`.`item_id`, `t12`.`words`, `t12`.`deleted_at`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `main`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `main`.`memo` AS `t12` ON `t12`.`item_id` = `p`.`k0`
WHERE `t12`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t12`.`id`
-- $1 = 7 (bigint)
-- next
SELECT `t13`.`id`, `t13`.`name`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t5`.`id`) AS `n`, `t5`.`id` AS `k0`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`id` AS `k0`
FROM `main`.`label` AS `t0`
WHERE `t0`.`id` = $1) AS `p`
JOIN `main`.`item_label` AS `t6` ON `t6`.`label_id` = `p`.`k0`
JOIN `main`.`item` AS `t5` ON `t5`.`id` = `t6`.`item_id`) AS `p`
JOIN `main`.`item_label` AS `t14` ON `t14`.`item_id` = `p`.`k0`
JOIN `main`.`label` AS `t13` ON `t13`.`id` = `t14`.`label_id`
ORDER BY `p`.`n`, `t13`.`id`
-- $1 = 7 (bigint)
