SELECT count(*)
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
-- $1 = 'a' (text)
-- next
SELECT `t0`.`id`, `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`email` USING utf8mb4) AS BINARY), `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t3`.`note` USING utf8mb4) AS BINARY), `t3`.`is_active`, CAST(CONVERT(`t3`.`created_at` USING utf8mb4) AS BINARY), `t3`.`owner_id`, `t3`.`reviewer_id`, `t3`.`parent_id`, `t4`.`id`, CAST(CONVERT(`t4`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t4`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t2` ON `t2`.`id` = `t0`.`owner_id`
LEFT JOIN `shop`.`item` AS `t3` ON `t3`.`id` = `t0`.`parent_id`
LEFT JOIN `shop`.`person` AS `t4` ON `t4`.`id` = `t0`.`reviewer_id`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $2
-- $1 = 'a' (text)
-- $2 = 5 (bigint)
-- row: id 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, parent_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL, reviewer_id_object { id 13, name 14, email 15 } unless 13 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ]
-- next
SELECT `t5`.`id`, CAST(CONVERT(`t5`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t5`.`note` USING utf8mb4) AS BINARY), `t5`.`is_active`, CAST(CONVERT(`t5`.`created_at` USING utf8mb4) AS BINARY), `t5`.`owner_id`, `t5`.`reviewer_id`, `t5`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $2) AS `r`) AS `p`
JOIN `shop`.`item` AS `t5` ON `t5`.`parent_id` = `p`.`k0`
ORDER BY `p`.`n`, `t5`.`id`
-- $1 = 'a' (text)
-- $2 = 5 (bigint)
-- next
SELECT `t6`.`item_id`, `t6`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $2) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t6` ON `t6`.`item_id` = `p`.`k0`
ORDER BY `p`.`n`, `t6`.`item_id`, `t6`.`label_id`
-- $1 = 'a' (text)
-- $2 = 5 (bigint)
-- next
SELECT `t7`.`id`, `t7`.`item_id`, CAST(CONVERT(`t7`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t7`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $2) AS `r`) AS `p`
JOIN `shop`.`memo` AS `t7` ON `t7`.`item_id` = `p`.`k0`
WHERE `t7`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t7`.`id`
-- $1 = 'a' (text)
-- $2 = 5 (bigint)
-- next
SELECT `t8`.`id`, CAST(CONVERT(`t8`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY CONVERT(`t0`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `t0`.`id`
LIMIT 6
OFFSET $2) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t9` ON `t9`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t8` ON `t8`.`id` = `t9`.`label_id`
ORDER BY `p`.`n`, `t8`.`id`
-- $1 = 'a' (text)
-- $2 = 5 (bigint)
