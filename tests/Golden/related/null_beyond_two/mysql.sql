SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE (NOT (EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE `t1`.`id` = `t0`.`parent_id`)) OR EXISTS (SELECT 1 FROM `shop`.`item` AS `t2` WHERE (`t2`.`id` = `t0`.`parent_id` AND (NOT (EXISTS (SELECT 1 FROM `shop`.`person` AS `t3` WHERE `t3`.`id` = `t2`.`reviewer_id`)) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t4` WHERE (`t4`.`id` = `t2`.`reviewer_id` AND `t4`.`email` IS NULL))))))
ORDER BY `t0`.`id`
LIMIT 101
