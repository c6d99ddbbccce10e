SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`
FROM `shop`.`order_line`
WHERE (((`order_code` = $1 AND `order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `line_no` = $2) AND (`order_code` = $3 AND `order_code` = $3 COLLATE utf8mb4_nopad_bin))
FOR UPDATE
-- $1 = 'a' (varchar(8))
-- $2 = 1 (integer)
-- $3 = 'a' (varchar(8))
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
-- next
UPDATE `shop`.`order_line`
SET `quantity` = $1
WHERE (`order_code`, `line_no`) IN ($2)
-- $1 = 2 (integer)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
FROM `shop`.`order_line`
WHERE (`order_code`, `line_no`) IN ($1)
ORDER BY `order_code`, `line_no`
-- $1 = the keys chosen before (of the schema)
-- next
-- if no row was met:
SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
FROM `shop`.`order_line`
WHERE ((`order_code` = $1 AND `order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `line_no` = $2)
-- $1 = 'a' (varchar(8))
-- $2 = 1 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
-- next
-- if it is absent:
INSERT INTO `shop`.`order_line` (`order_code`, `line_no`, `quantity`)
SELECT $1, $2, $3
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`order_line` WHERE `order_code` = $1 AND `line_no` = $2 FOR UPDATE)
RETURNING CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
-- $1 = 'a' (varchar(8))
-- $2 = 1 (integer)
-- $3 = 2 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
