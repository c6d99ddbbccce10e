SELECT CAST(CONVERT(`order_line`.`order_code` USING utf8mb4) AS BINARY), `order_line`.`line_no`
FROM `shop`.`order_line`
WHERE `quantity` = $1
ORDER BY CONVERT(`order_line`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `order_line`.`line_no`
LIMIT 9223372036854775807
OFFSET $2
-- $1 = 0 (integer)
-- $2 = 2 (bigint)
-- next
DELETE FROM `shop`.`order_line`
WHERE ((`order_code`, `line_no`) IN ($1) AND `quantity` = $2)
-- $1 = the keys chosen before (of the schema)
-- $2 = 0 (integer)
