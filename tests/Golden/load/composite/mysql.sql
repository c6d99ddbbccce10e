SELECT CAST(CONVERT(`t0`.`order_code` USING utf8mb4) AS BINARY), `t0`.`line_no`, `t0`.`quantity`
FROM `shop`.`order_line` AS `t0`
ORDER BY CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `t0`.`line_no`
LIMIT 101
-- row: order_code 0, line_no 1, quantity 2, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ]
-- next
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`order_code` USING utf8mb4) AS BINARY), `t1`.`line_no`, CAST(`t1`.`shipped_on` AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`r`.`s0` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `r`.`s1`) AS `n`, CONVERT(`r`.`k0` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k0`, `r`.`k1` AS `k1`
FROM (SELECT CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k0`, `t0`.`line_no` AS `k1`, CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `s0`, `t0`.`line_no` AS `s1`
FROM `shop`.`order_line` AS `t0`
ORDER BY CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `t0`.`line_no`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`shipment` AS `t1` ON (`t1`.`order_code` = `p`.`k0` AND `t1`.`line_no` = `p`.`k1`)
ORDER BY `p`.`n`, `t1`.`id`
