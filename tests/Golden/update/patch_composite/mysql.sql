SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`
FROM `shop`.`order_line`
WHERE ((`order_code` = $1 AND `order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `line_no` = $2)
FOR UPDATE
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- next
UPDATE `shop`.`order_line`
SET `quantity` = $1
WHERE (`order_code`, `line_no`) IN ($2)
-- $1 = 5 (integer)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
FROM `shop`.`order_line`
WHERE (`order_code`, `line_no`) IN ($1)
ORDER BY `order_code`, `line_no`
-- $1 = the keys chosen before (of the schema)
