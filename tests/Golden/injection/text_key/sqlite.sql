SELECT `order_code`, `line_no`, `quantity`
FROM `main`.`order_line`
WHERE (`order_code` = $1 AND `line_no` = $2)
-- $1 = ''; DROP TABLE item; --' (varchar(8))
-- $2 = 1 (integer)
