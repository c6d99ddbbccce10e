SELECT `t0`.`copies`, `t1`.`item_id`, `t1`.`label_id`, `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`note` USING utf8mb4) AS BINARY), `t2`.`is_active`, CAST(CONVERT(`t2`.`created_at` USING utf8mb4) AS BINARY), `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`
FROM `shop`.`print` AS `t0`
LEFT JOIN `shop`.`item_label` AS `t1` ON (`t1`.`item_id` = `t0`.`item_id` AND `t1`.`label_id` = `t0`.`label_id`)
LEFT JOIN `shop`.`item` AS `t2` ON `t2`.`id` = `t1`.`item_id`
ORDER BY `t2`.`id`
LIMIT 101
-- row: copies 0, item_id_label_id_object { item_id 1, label_id 2, item_id_object { id 3, name 4, price 5, note 6, is_active 7, created_at 8, owner_id 9, reviewer_id 10, parent_id 11, label [ id 0, name 1 ] } unless 3 is NULL } unless 1 is NULL
-- next
SELECT `t3`.`id`, CAST(CONVERT(`t3`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t2`.`id` AS `k0`, `t2`.`id` AS `s0`
FROM `shop`.`print` AS `t0`
LEFT JOIN `shop`.`item_label` AS `t1` ON (`t1`.`item_id` = `t0`.`item_id` AND `t1`.`label_id` = `t0`.`label_id`)
LEFT JOIN `shop`.`item` AS `t2` ON `t2`.`id` = `t1`.`item_id`
ORDER BY `t2`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t4` ON `t4`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t3` ON `t3`.`id` = `t4`.`label_id`
ORDER BY `p`.`n`, `t3`.`id`
