SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]
-- next
SELECT `r`.`c0`, CAST(CONVERT(`r`.`c1` USING utf8mb4) AS BINARY), CAST(CONVERT(`r`.`c2` USING utf8mb4) AS BINARY), CAST(CONVERT(`r`.`c3` USING utf8mb4) AS BINARY), `r`.`c4`, CAST(CONVERT(`r`.`c5` USING utf8mb4) AS BINARY), `r`.`c6`, `r`.`c7`, `r`.`c8`, `r`.`n`
FROM (SELECT `p`.`n` AS `n`, row_number() OVER (PARTITION BY `p`.`n` ORDER BY `t1`.`id`) AS `r`, `t1`.`id` AS `c0`, CONVERT(`t1`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c1`, `t1`.`price` AS `c2`, CONVERT(`t1`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c3`, `t1`.`is_active` AS `c4`, `t1`.`created_at` AS `c5`, `t1`.`owner_id` AS `c6`, `t1`.`reviewer_id` AS `c7`, `t1`.`parent_id` AS `c8`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `r`
WHERE `r`.`r` <= 3
ORDER BY `r`.`n`, `r`.`r`
