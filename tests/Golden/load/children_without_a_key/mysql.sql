SELECT `t0`.`item_id`, `t0`.`label_id`
FROM `shop`.`item_label` AS `t0`
WHERE (`t0`.`item_id` = $1 AND `t0`.`label_id` = $2)
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- row: item_id 0, label_id 1, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2, item_id_label_id_object { item_id 3, label_id 4, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] } unless 3 is NULL ]
-- next
SELECT `t1`.`item_id`, `t1`.`label_id`, `t1`.`copies`, `t2`.`item_id`, `t2`.`label_id`, `p`.`n`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`item_id` AS `k0`, `t0`.`label_id` AS `k1`
FROM `shop`.`item_label` AS `t0`
WHERE (`t0`.`item_id` = $1 AND `t0`.`label_id` = $2)) AS `p`
JOIN `shop`.`print` AS `t1` ON (`t1`.`item_id` = `p`.`k0` AND `t1`.`label_id` = `p`.`k1`)
LEFT JOIN `shop`.`item_label` AS `t2` ON (`t2`.`item_id` = `t1`.`item_id` AND `t2`.`label_id` = `t1`.`label_id`)
ORDER BY `p`.`n`, `t2`.`item_id`, `t2`.`label_id`
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- next
SELECT `t3`.`item_id`, `t3`.`label_id`, `t3`.`copies`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `p`.`n`, `t2`.`item_id`, `t2`.`label_id`) AS `n`, `t2`.`item_id` AS `k0`, `t2`.`label_id` AS `k1`
FROM (SELECT row_number() OVER () AS `n`, `t0`.`item_id` AS `k0`, `t0`.`label_id` AS `k1`
FROM `shop`.`item_label` AS `t0`
WHERE (`t0`.`item_id` = $1 AND `t0`.`label_id` = $2)) AS `p`
JOIN `shop`.`print` AS `t1` ON (`t1`.`item_id` = `p`.`k0` AND `t1`.`label_id` = `p`.`k1`)
LEFT JOIN `shop`.`item_label` AS `t2` ON (`t2`.`item_id` = `t1`.`item_id` AND `t2`.`label_id` = `t1`.`label_id`)) AS `p`
JOIN `shop`.`print` AS `t3` ON (`t3`.`item_id` = `p`.`k0` AND `t3`.`label_id` = `p`.`k1`)
ORDER BY `p`.`n`
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
