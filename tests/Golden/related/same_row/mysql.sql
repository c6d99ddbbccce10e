SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE ((`t0`.`name` = $1 AND `t0`.`name` = $1 COLLATE utf8mb4_nopad_bin) AND EXISTS (SELECT 1 FROM `shop`.`item` AS `t1` WHERE (`t1`.`owner_id` = `t0`.`id` AND (`t1`.`price` >= $2 AND ((`t1`.`name` = $3 AND `t1`.`name` = $3 COLLATE utf8mb4_nopad_bin) OR (`t1`.`name` = $4 AND `t1`.`name` = $4 COLLATE utf8mb4_nopad_bin))))))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = '9.5' (numeric(10,2))
-- $3 = 'b' (text)
-- $4 = 'c' (text)
