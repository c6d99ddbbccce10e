SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `archive`.`item`
WHERE (`name` IS NULL AND (`name` IS NULL AND `id` > $1))
ORDER BY CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL, CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `item`.`id`
LIMIT 3
-- $1 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
