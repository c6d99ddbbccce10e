SELECT CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
FROM `shop`.`order_line`
ORDER BY `order_line`.`line_no` DESC, CONVERT(`order_line`.`order_code` USING utf8mb4) COLLATE utf8mb4_nopad_bin
LIMIT 101
