SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t1`, `shop`.`label` AS `t2` WHERE (`t1`.`item_id` = `t0`.`id` AND `t2`.`id` = `t1`.`label_id` AND (`t2`.`name` = $1 AND `t2`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'new' (text)
