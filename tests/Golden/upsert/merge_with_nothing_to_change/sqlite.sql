INSERT INTO `main`.`order_line` (`order_code`, `line_no`)
VALUES ($1, $2)
ON CONFLICT (`order_code`, `line_no`) DO UPDATE SET `order_code` = excluded.`order_code`
RETURNING `order_code`, `line_no`, `quantity`
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
