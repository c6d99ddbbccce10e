SELECT `t0`.`id`, CAST(CONVERT(`t1`.`order_code` USING utf8mb4) AS BINARY), `t1`.`line_no`, `t1`.`quantity`
FROM `shop`.`shipment` AS `t0`
LEFT JOIN `shop`.`order_line` AS `t1` ON (`t1`.`order_code` = `t0`.`order_code` AND `t1`.`line_no` = `t0`.`line_no`)
ORDER BY `t0`.`id`
LIMIT 3
-- row: id 0, order_code_line_no_object { order_code 1, line_no 2, quantity 3, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ] } unless 1 is NULL
-- next
SELECT `t2`.`id`, CAST(CONVERT(`t2`.`order_code` USING utf8mb4) AS BINARY), `t2`.`line_no`, CAST(`t2`.`shipped_on` AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`, CONVERT(`r`.`k1` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k1`, `r`.`k2` AS `k2`
FROM (SELECT `t0`.`id` AS `k0`, CONVERT(`t1`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k1`, `t1`.`line_no` AS `k2`, `t0`.`id` AS `s0`
FROM `shop`.`shipment` AS `t0`
LEFT JOIN `shop`.`order_line` AS `t1` ON (`t1`.`order_code` = `t0`.`order_code` AND `t1`.`line_no` = `t0`.`line_no`)
ORDER BY `t0`.`id`
LIMIT 3) AS `r`) AS `p`
JOIN `shop`.`shipment` AS `t2` ON (`t2`.`order_code` = `p`.`k1` AND `t2`.`line_no` = `p`.`k2`)
WHERE NOT (`t2`.`id` = `p`.`k0`)
ORDER BY `p`.`n`, `t2`.`id`
