UPDATE `shop`.`order_line` AS `t0`
JOIN (SELECT $1 AS `column1`, $2 AS `column2`, $3 AS `column3`) AS `t1`
SET `t0`.`quantity` = `t1`.`column3`
WHERE (`t0`.`order_code` = `t1`.`column1` AND `t0`.`line_no` = `t1`.`column2`)
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- $3 = 2 (integer)
-- next
SELECT CAST(CONVERT(`t0`.`order_code` USING utf8mb4) AS BINARY), `t0`.`line_no`, `t0`.`quantity`
FROM (SELECT 0 AS `column1`, $1 AS `column2`, $2 AS `column3`) AS `t1`
LEFT JOIN `shop`.`order_line` AS `t0` ON (`t0`.`order_code` = `t1`.`column2` AND `t0`.`line_no` = `t1`.`column3`)
ORDER BY `t1`.`column1`
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
