SELECT `t0`.`id`
FROM `shop`.`label` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`item_label` AS `t1`, `shop`.`item` AS `t2` WHERE (`t1`.`label_id` = `t0`.`id` AND `t2`.`id` = `t1`.`item_id` AND (`t2`.`price` < $1 AND EXISTS (SELECT 1 FROM `shop`.`person` AS `t3` WHERE (`t3`.`id` = `t2`.`owner_id` AND ((`t3`.`name` = $2 AND `t3`.`name` = $2 COLLATE utf8mb4_nopad_bin) AND NOT (`t3`.`email` IS NULL)))))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = '5' (numeric(10,2))
-- $2 = 'Ann' (text)
