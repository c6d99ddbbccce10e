SELECT `t0`.`id`, CAST(CONVERT(`t0`.`order_code` USING utf8mb4) AS BINARY), `t0`.`line_no`, CAST(`t0`.`shipped_on` AS BINARY), CAST(CONVERT(`t1`.`order_code` USING utf8mb4) AS BINARY), `t1`.`line_no`, `t1`.`quantity`
FROM `shop`.`shipment` AS `t0`
LEFT JOIN `shop`.`order_line` AS `t1` ON (`t1`.`order_code` = `t0`.`order_code` AND `t1`.`line_no` = `t0`.`line_no`)
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, order_code 1, line_no 2, shipped_on 3, order_code_line_no_object { order_code 4, line_no 5, quantity 6 } unless 4 is NULL
