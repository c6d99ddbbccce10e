SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE (NOT (EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE `t1`.`id` = `t0`.`owner_id`)) OR EXISTS (SELECT 1 FROM `shop`.`person` AS `t2` WHERE (`t2`.`id` = `t0`.`owner_id` AND NOT (EXISTS (SELECT 1 FROM `shop`.`item` AS `t3` WHERE `t3`.`reviewer_id` = `t2`.`id`)))))
ORDER BY `t0`.`id`
LIMIT 101
