SELECT count(*)
FROM `shop`.`item` AS `t0`
WHERE CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
-- $1 = 'a%' (text)
-- next
SELECT CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY), `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`email` USING utf8mb4) AS BINARY), `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
LEFT JOIN `shop`.`item` AS `t2` ON `t2`.`id` = `t0`.`parent_id`
LEFT JOIN `shop`.`person` AS `t3` ON `t3`.`id` = `t0`.`reviewer_id`
WHERE CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 4
-- $1 = 'a%' (text)
-- row: name 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, parent_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL, reviewer_id_object { id 13, name 14, email 15 } unless 13 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ]
-- next
SELECT `t4`.`id`, CAST(CONVERT(`t4`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`note` USING utf8mb4) AS BINARY), `t4`.`is_active`, CAST(CONVERT(`t4`.`created_at` USING utf8mb4) AS BINARY), `t4`.`owner_id`, `t4`.`reviewer_id`, `t4`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0` DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`price` AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 4) AS `r`) AS `p`
JOIN `shop`.`item` AS `t4` ON `t4`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t4`.`id`
-- $1 = 'a%' (text)
-- next
SELECT `t5`.`item_id`, `t5`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0` DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`price` AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 4) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t5` ON `t5`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t5`.`item_id`, `t5`.`label_id`
-- $1 = 'a%' (text)
-- next
SELECT `t6`.`id`, `t6`.`item_id`, CAST(CONVERT(`t6`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t6`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0` DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`price` AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 4) AS `r`) AS `p`
JOIN `shop`.`memo` AS `t6` ON `t6`.`item_id` = `p`.`k0`
WHERE `t6`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t6`.`id`
-- $1 = 'a%' (text)
-- next
SELECT `t7`.`id`, CAST(CONVERT(`t7`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0` DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`price` AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 4) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t8` ON `t8`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t7` ON `t7`.`id` = `t8`.`label_id`
ORDER BY `p`.`n`, `t7`.`id`
-- $1 = 'a%' (text)
