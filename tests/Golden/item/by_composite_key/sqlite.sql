SELECT `order_code`, `line_no`, `quantity`
FROM `main`.`order_line`
WHERE (`order_code` = $1 AND `line_no` = $2)
-- $1 = 'A,7' (varchar(8))
-- $2 = 3 (integer)
