SELECT `t0`.`id`
FROM `main`.`person` AS `t0`
WHERE (`t0`.`name` = $1 AND EXISTS (SELECT 1 FROM `main`.`item` AS `t1` WHERE (`t1`.`owner_id` = `t0`.`id` AND (`t1`.`price` >= $2 AND (`t1`.`name` = $3 OR `t1`.`name` = $4)))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = '9.5' (numeric(10,2))
-- $3 = 'b' (text)
-- $4 = 'c' (text)
