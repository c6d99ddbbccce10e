SELECT `t0`.`order_code`, `t0`.`line_no`, `t0`.`quantity`
FROM `main`.`order_line` AS `t0`
ORDER BY `t0`.`order_code`, `t0`.`line_no`
LIMIT 101
-- row: order_code 0, line_no 1, quantity 2, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ]
-- next
SELECT `t1`.`id`, `t1`.`order_code`, `t1`.`line_no`, `t1`.`shipped_on`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`, `r`.`k1` AS `k1`
FROM (SELECT `t0`.`order_code` AS `k0`, `t0`.`line_no` AS `k1`, `t0`.`order_code` AS `s0`, `t0`.`line_no` AS `s1`
FROM `main`.`order_line` AS `t0`
ORDER BY `t0`.`order_code`, `t0`.`line_no`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`shipment` AS `t1` ON (`t1`.`order_code` = `p`.`k0` AND `t1`.`line_no` = `p`.`k1`)
ORDER BY `p`.`n`, `t1`.`id`
