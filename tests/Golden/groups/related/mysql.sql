SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE ((EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE (`t1`.`owner_id` = `t0`.`id` AND `t1`.`price` > $1)) OR NOT (EXISTS (SELECT 1 FROM `shop`.`item` AS `t2` WHERE `t2`.`reviewer_id` = `t0`.`id`))) AND EXISTS (SELECT 1 FROM `shop`.`item` AS `t3` WHERE (`t3`.`owner_id` = `t0`.`id` AND ((`t3`.`name` = $2 AND `t3`.`name` = $2 COLLATE utf8mb4_nopad_bin) AND (`t3`.`note` = $3 AND `t3`.`note` = $3 COLLATE utf8mb4_nopad_bin)))) AND EXISTS (SELECT 1 FROM `shop`.`item` AS `t4` WHERE (`t4`.`owner_id` = `t0`.`id` AND (`t4`.`name` = $4 AND `t4`.`name` = $4 COLLATE utf8mb4_nopad_bin))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = '5' (numeric(10,2))
-- $2 = 'a' (text)
-- $3 = 'b' (text)
-- $4 = 'c' (text)
