SELECT `t0`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), `t1`.`id`
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, owner_id_object { name 1 } unless 2 is NULL
