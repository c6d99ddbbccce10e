SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE (NOT (EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE `t1`.`owner_id` = `t0`.`id`)) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t2` WHERE (`t2`.`owner_id` = `t0`.`id` AND `t2`.`note` IS NULL)))
ORDER BY `t0`.`id`
LIMIT 101
