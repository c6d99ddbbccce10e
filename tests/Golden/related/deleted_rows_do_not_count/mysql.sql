SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`memo` AS `t1` WHERE (`t1`.`item_id` = `t0`.`id` AND ((`t1`.`words` = $1 AND `t1`.`words` = $1 COLLATE utf8mb4_nopad_bin) AND `t1`.`deleted_at` IS NULL)))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
