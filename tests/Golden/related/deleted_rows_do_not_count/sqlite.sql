SELECT `t0`.`id`
FROM `main`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `main`.`memo` AS `t1` WHERE (`t1`.`item_id` = `t0`.`id` AND (`t1`.`words` = $1 AND `t1`.`deleted_at` IS NULL)))
ORDER BY `t0`.`id`
LIMIT 101
-- $1 = 'a' (text)
