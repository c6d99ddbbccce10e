SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE NOT (EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE `t1`.`owner_id` = `t0`.`id`))
ORDER BY `t0`.`id`
LIMIT 101
