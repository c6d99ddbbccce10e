SELECT `t0`.`id`, `t1`.`name`, `t1`.`id`
FROM `main`.`item` AS `t0`
LEFT JOIN `main`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, owner_id_object { name 1 } unless 2 is NULL
