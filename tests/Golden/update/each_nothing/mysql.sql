SELECT `t0`.`id`
FROM (SELECT 0 AS `column1`, $1 AS `column2`) AS `t1`
LEFT JOIN `shop`.`person` AS `t0` ON (`t0`.`id` = `t1`.`column2`)
ORDER BY `t1`.`column1`
-- $1 = 7 (bigint)
-- row: id 0; key 0
