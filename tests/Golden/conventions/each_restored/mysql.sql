UPDATE `shop`.`task` AS `t0`
JOIN (SELECT $1 AS `column1`, $2 AS `column2`, $3 AS `column3`) AS `t1`
SET `t0`.`updated_at` = `t1`.`column2`, `t0`.`deleted_at` = `t1`.`column3`
WHERE (`t0`.`id` = `t1`.`column1`)
-- $1 = 7 (bigint)
-- $2 = '2001-01-01 00:00:00' (timestamp)
-- $3 = NULL (timestamp with time zone)
-- next
SELECT `t0`.`id`
FROM (SELECT 0 AS `column1`, $1 AS `column2`) AS `t1`
LEFT JOIN `shop`.`task` AS `t0` ON (`t0`.`id` = `t1`.`column2`)
ORDER BY `t1`.`column1`
-- $1 = 7 (bigint)
-- row: id 0; key 0
