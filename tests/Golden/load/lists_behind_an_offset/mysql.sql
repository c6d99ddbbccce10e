SELECT CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY), `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`item` AS `t0`
LEFT JOIN `shop`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
WHERE `t0`.`price` > $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 6
OFFSET $2
-- $1 = '3' (numeric(10,2))
-- $2 = 10 (bigint)
-- row: name 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ]
-- next
SELECT `t2`.`id`, `t2`.`item_id`, CAST(CONVERT(`t2`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`deleted_at` USING utf8mb4) AS BINARY), `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0` DESC, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`price` AS `s0`, `t0`.`id` AS `s1`
FROM `shop`.`item` AS `t0`
WHERE `t0`.`price` > $1
ORDER BY `t0`.`price` DESC, `t0`.`id`
LIMIT 6
OFFSET $2) AS `r`) AS `p`
JOIN `shop`.`memo` AS `t2` ON `t2`.`item_id` = `p`.`k0`
WHERE `t2`.`deleted_at` IS NULL
ORDER BY `p`.`n`, `t2`.`id`
-- $1 = '3' (numeric(10,2))
-- $2 = 10 (bigint)
