SELECT `t0`.`id`, CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 11
-- row: id 0, name 1, label [ id 0, name 1 ]
-- next
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`item` AS `t0`
ORDER BY `t0`.`id`
LIMIT 11) AS `r`) AS `p`
JOIN `shop`.`item_label` AS `t2` ON `t2`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t1` ON `t1`.`id` = `t2`.`label_id`
ORDER BY `p`.`n`, `t1`.`id`
