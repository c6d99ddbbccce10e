SELECT `id`
FROM `shop`.`item`
WHERE `id` = $1
-- $1 = 7 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` IN ($1)
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, label [ id 0, name 1 ]; key 0
-- next
-- once it is written:
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `t0`.`id`) AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`id` IN ($1)) AS `p`
JOIN `shop`.`item_label` AS `t2` ON `t2`.`item_id` = `p`.`k0`
JOIN `shop`.`label` AS `t1` ON `t1`.`id` = `t2`.`label_id`
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = [1, 2] (bigint list)
