SELECT `t0`.`id`
FROM `main`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `main`.`item` AS `t1` WHERE (`t1`.`id` = `t0`.`parent_id` AND EXISTS (SELECT 1 FROM `main`.`item` AS `t2` WHERE (`t2`.`id` = `t1`.`parent_id` AND `t2`.`name` = $1))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
