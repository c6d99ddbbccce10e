UPDATE `main`.`order_line` AS `t0`
SET `quantity` = `t1`.`column3`
FROM (VALUES ($1, $2, $3)) AS `t1`
WHERE (`t0`.`order_code` = `t1`.`column1` AND `t0`.`line_no` = `t1`.`column2`)
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- $3 = 2 (integer)
-- next
SELECT `t0`.`order_code`, `t0`.`line_no`, `t0`.`quantity`
FROM (VALUES (0, $1, $2)) AS `t1`
LEFT JOIN `main`.`order_line` AS `t0` ON (`t0`.`order_code` = `t1`.`column2` AND `t0`.`line_no` = `t1`.`column3`)
ORDER BY `t1`.`column1`
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
