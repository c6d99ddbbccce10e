SELECT `t0`.`id`
FROM (VALUES (0, $1)) AS `t1`
LEFT JOIN `main`.`person` AS `t0` ON (`t0`.`id` = `t1`.`column2`)
ORDER BY `t1`.`column1`
-- $1 = 7 (bigint)
-- row: id 0; key 0
