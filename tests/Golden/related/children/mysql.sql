SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE (`t1`.`owner_id` = `t0`.`id` AND `t1`.`price` >= $1))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = '9.5' (numeric(10,2))
