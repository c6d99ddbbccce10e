SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 6
-- row: id 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]
-- next
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 6) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t2` WHERE (`t2`.`id` = `t1`.`reviewer_id` AND (`t2`.`name` = $1 AND `t2`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = 'Ada' (text)
