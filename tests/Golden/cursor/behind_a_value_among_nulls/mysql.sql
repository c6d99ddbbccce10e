SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `archive`.`item`
WHERE ((`name` > $1 COLLATE utf8mb4_nopad_bin OR `name` IS NULL) OR ((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) AND `id` > $2))
ORDER BY CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL, CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `item`.`id`
LIMIT 3
-- $1 = 'a' (text)
-- $2 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
