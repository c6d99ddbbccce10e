DELETE FROM `shop`.`order_line`
WHERE ((`order_code` = $1 AND `order_code` = $1 COLLATE utf8mb4_nopad_bin) AND `line_no` = $2)
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
