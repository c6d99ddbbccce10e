SELECT `t0`.`id`
FROM `shop`.`shipment` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`order_line` AS `t1` WHERE (`t1`.`order_code` = `t0`.`order_code` AND `t1`.`line_no` = `t0`.`line_no` AND `t1`.`quantity` > $1))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 1 (integer)
