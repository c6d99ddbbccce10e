INSERT INTO `shop`.`order_line` (`order_code`, `line_no`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `order_code` = IF(`order_code` = VALUES(`order_code`) AND `line_no` = VALUES(`line_no`), `order_code`, (SELECT NULL UNION ALL SELECT NULL)), `order_code` = VALUES(`order_code`)
RETURNING CAST(CONVERT(`order_code` USING utf8mb4) AS BINARY), `line_no`, `quantity`
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
