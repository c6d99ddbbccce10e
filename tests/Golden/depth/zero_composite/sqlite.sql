SELECT `t0`.`id`, `t1`.`order_code`, `t1`.`line_no`, `t1`.`quantity`
FROM `main`.`shipment` AS `t0`
LEFT JOIN `main`.`order_line` AS `t1` ON (`t1`.`order_code` = `t0`.`order_code` AND `t1`.`line_no` = `t0`.`line_no`)
ORDER BY `t0`.`id`
LIMIT 3
-- row: id 0, order_code_line_no_object { order_code 1, line_no 2, quantity 3, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ] } unless 1 is NULL
-- next
SELECT `t2`.`id`, `t2`.`order_code`, `t2`.`line_no`, `t2`.`shipped_on`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`, `r`.`k1` AS `k1`, `r`.`k2` AS `k2`
FROM (SELECT `t0`.`id` AS `k0`, `t1`.`order_code` AS `k1`, `t1`.`line_no` AS `k2`, `t0`.`id` AS `s0`
FROM `main`.`shipment` AS `t0`
LEFT JOIN `main`.`order_line` AS `t1` ON (`t1`.`order_code` = `t0`.`order_code` AND `t1`.`line_no` = `t0`.`line_no`)
ORDER BY `t0`.`id`
LIMIT 3) AS `r`) AS `p`
JOIN `main`.`shipment` AS `t2` ON (`t2`.`order_code` = `p`.`k1` AND `t2`.`line_no` = `p`.`k2`)
WHERE NOT (`t2`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t2`.`id`
