SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE (`t1`.`id` = `t0`.`parent_id` AND EXISTS (SELECT 1 FROM `shop`.`item` AS `t2` WHERE (`t2`.`id` = `t1`.`parent_id` AND (`t2`.`name` = $1 AND `t2`.`name` = $1 COLLATE utf8mb4_nopad_bin)))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
