-- before:
SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
FROM `shop`.`order_line`
WHERE ((`order_code` = $1 AND `order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `line_no` = $2)
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- next
DELETE FROM `shop`.`order_line`
WHERE ((`order_code` = $1 AND `order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `line_no` = $2)
RETURNING CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
