UPDATE `main`.`order_line`
SET `quantity` = $1
WHERE (`order_code` = $2 AND `line_no` = $3)
RETURNING `order_code`, `line_no`, `quantity`
-- $1 = 1 (of the schema)
-- $2 = 'A' (varchar(8))
-- $3 = 1 (integer)
