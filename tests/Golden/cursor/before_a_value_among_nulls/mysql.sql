SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `archive`.`item`
WHERE (CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `id`) < ($1, $2)
ORDER BY CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL DESC, CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `item`.`id` DESC
LIMIT 3
-- $1 = 'a' (text)
-- $2 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
