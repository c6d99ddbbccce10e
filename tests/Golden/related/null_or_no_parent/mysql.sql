SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE (NOT (EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE `t1`.`id` = `t0`.`reviewer_id`)) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t2` WHERE (`t2`.`id` = `t0`.`reviewer_id` AND `t2`.`email` IS NULL)))
ORDER BY `t0`.`id`
LIMIT 101
