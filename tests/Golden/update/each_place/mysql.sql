UPDATE `shop`.`structures` AS `t0`
JOIN (SELECT $1 AS `column1`, $2 AS `column2`, ST_GeomFromText(SUBSTRING_INDEX($3, ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX($3, ';', 1), 6) AS UNSIGNED)) AS `column3` UNION ALL SELECT $4, $5, ST_GeomFromText(SUBSTRING_INDEX($6, ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX($6, ';', 1), 6) AS UNSIGNED))) AS `t1`
SET `t0`.`spot` = `t1`.`column2`, `t0`.`area` = `t1`.`column3`
WHERE (`t0`.`id` = `t1`.`column1`)
-- $1 = 1 (integer)
-- $2 = ('a', 1) (spot)
-- $3 = 'SRID=4326;POINT(1 2)' (geometry)
-- $4 = 2 (integer)
-- $5 = NULL (spot)
-- $6 = NULL (geometry)
-- next
SELECT `t0`.`id`
FROM (SELECT 0 AS `column1`, $1 AS `column2` UNION ALL SELECT 1, $2) AS `t1`
LEFT JOIN `shop`.`structures` AS `t0` ON (`t0`.`id` = `t1`.`column2`)
ORDER BY `t1`.`column1`
-- $1 = 1 (integer)
-- $2 = 2 (integer)
-- row: id 0; key 0
