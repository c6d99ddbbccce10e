SELECT `t0`.`copies`, `t1`.`item_id`, `t1`.`label_id`, `t2`.`id`, `t2`.`name`, `t2`.`price`, `t2`.`note`, `t2`.`is_active`, `t2`.`created_at`, `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`
FROM `main`.`print` AS `t0`
LEFT JOIN `main`.`item_label` AS `t1` ON (`t1`.`item_id` = `t0`.`item_id` AND `t1`.`label_id` = `t0`.`label_id`)
LEFT JOIN `main`.`item` AS `t2` ON `t2`.`id` = `t1`.`item_id`
ORDER BY `t2`.`id`
LIMIT 101
-- row: copies 0, item_id_label_id_object { item_id 1, label_id 2, item_id_object { id 3, name 4, price 5, note 6, is_active 7, created_at 8, owner_id 9, reviewer_id 10, parent_id 11, label [ id 0, name 1 ] } unless 3 is NULL } unless 1 is NULL
-- next
SELECT `t3`.`id`, `t3`.`name`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t2`.`id` AS `k0`, `t2`.`id` AS `s0`
FROM `main`.`print` AS `t0`
LEFT JOIN `main`.`item_label` AS `t1` ON (`t1`.`item_id` = `t0`.`item_id` AND `t1`.`label_id` = `t0`.`label_id`)
LEFT JOIN `main`.`item` AS `t2` ON `t2`.`id` = `t1`.`item_id`
ORDER BY `t2`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item_label` AS `t4` ON `t4`.`item_id` = `p`.`k0`
JOIN `main`.`label` AS `t3` ON `t3`.`id` = `t4`.`label_id`
ORDER BY `p`.`n`, `t3`.`id`
