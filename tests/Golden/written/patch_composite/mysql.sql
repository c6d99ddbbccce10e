SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`
FROM `shop`.`order_line`
WHERE `quantity` = $1
FOR UPDATE
-- $1 = 2 (integer)
-- row: ; key 0, 1
-- next
UPDATE `shop`.`order_line`
SET `quantity` = $1
WHERE (`order_code`, `line_no`) IN ($2)
-- $1 = 5 (integer)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`
FROM `shop`.`order_line`
WHERE (`order_code`, `line_no`) IN ($1)
ORDER BY `order_code`, `line_no`
-- $1 = the keys chosen before (of the schema)
-- next
-- once it is written:
SELECT CAST(CONVERT(`t0`.`order_code` USING utf8mb4) AS BINARY), `t0`.`line_no`, `t0`.`quantity`
FROM `shop`.`order_line` AS `t0`
WHERE (((`t0`.`order_code` = $1 AND `t0`.`order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $2) OR ((`t0`.`order_code` = $3 AND `t0`.`order_code` = $3 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $4) OR ((`t0`.`order_code` = $5 AND `t0`.`order_code` = $5 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $6) OR ((`t0`.`order_code` = $7 AND `t0`.`order_code` = $7 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $8) OR ((`t0`.`order_code` = $9 AND `t0`.`order_code` = $9 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $10) OR ((`t0`.`order_code` = $11 AND `t0`.`order_code` = $11 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $12) OR ((`t0`.`order_code` = $13 AND `t0`.`order_code` = $13 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $14) OR ((`t0`.`order_code` = $15 AND `t0`.`order_code` = $15 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $16))
ORDER BY CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `t0`.`line_no`
-- $1 = '1' (varchar(8))
-- $2 = 1 (integer)
-- $3 = '2' (varchar(8))
-- $4 = 2 (integer)
-- $5 = '2' (varchar(8))
-- $6 = 2 (integer)
-- $7 = '2' (varchar(8))
-- $8 = 2 (integer)
-- $9 = '2' (varchar(8))
-- $10 = 2 (integer)
-- $11 = '2' (varchar(8))
-- $12 = 2 (integer)
-- $13 = '2' (varchar(8))
-- $14 = 2 (integer)
-- $15 = '2' (varchar(8))
-- $16 = 2 (integer)
-- row: order_code 0, line_no 1, quantity 2, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ]; key 0, 1
-- next
-- once it is written:
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`order_code` USING utf8mb4) AS BINARY), `t1`.`line_no`, CAST(`t1`.`shipped_on` AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `t0`.`line_no`) AS `n`, CONVERT(`t0`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `k0`, `t0`.`line_no` AS `k1`
FROM `shop`.`order_line` AS `t0`
WHERE (((`t0`.`order_code` = $1 AND `t0`.`order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $2) OR ((`t0`.`order_code` = $3 AND `t0`.`order_code` = $3 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $4) OR ((`t0`.`order_code` = $5 AND `t0`.`order_code` = $5 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $6) OR ((`t0`.`order_code` = $7 AND `t0`.`order_code` = $7 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $8) OR ((`t0`.`order_code` = $9 AND `t0`.`order_code` = $9 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $10) OR ((`t0`.`order_code` = $11 AND `t0`.`order_code` = $11 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $12) OR ((`t0`.`order_code` = $13 AND `t0`.`order_code` = $13 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $14) OR ((`t0`.`order_code` = $15 AND `t0`.`order_code` = $15 COLLATE utf8mb4_nopad_bin) AND `t0`.`line_no` = $16))) AS `p`
JOIN `shop`.`shipment` AS `t1` ON (`t1`.`order_code` = `p`.`k0` AND `t1`.`line_no` = `p`.`k1`)
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = '1' (varchar(8))
-- $2 = 1 (integer)
-- $3 = '2' (varchar(8))
-- $4 = 2 (integer)
-- $5 = '2' (varchar(8))
-- $6 = 2 (integer)
-- $7 = '2' (varchar(8))
-- $8 = 2 (integer)
-- $9 = '2' (varchar(8))
-- $10 = 2 (integer)
-- $11 = '2' (varchar(8))
-- $12 = 2 (integer)
-- $13 = '2' (varchar(8))
-- $14 = 2 (integer)
-- $15 = '2' (varchar(8))
-- $16 = 2 (integer)
