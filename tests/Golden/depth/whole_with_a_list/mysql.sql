SELECT `t0`.`id`, `t0`.`item_id`, `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY)
FROM `archive`.`receipt` AS `t0`
LEFT JOIN `archive`.`item` AS `t1` ON `t1`.`id` = `t0`.`item_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, item_id 1, item_id_object { id 2, name 3, referenced_by_receipt_item_id_objects [ id 0, item_id 1 ] } unless 2 is NULL; key 0
-- next
SELECT `t2`.`id`, `t2`.`item_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`, `r`.`k1` AS `k1`
FROM (SELECT `t0`.`id` AS `k0`, `t1`.`id` AS `k1`, `t0`.`id` AS `s0`
FROM `archive`.`receipt` AS `t0`
LEFT JOIN `archive`.`item` AS `t1` ON `t1`.`id` = `t0`.`item_id`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `archive`.`receipt` AS `t2` ON `t2`.`item_id` = `p`.`k1`
WHERE NOT (`t2`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t2`.`id`
