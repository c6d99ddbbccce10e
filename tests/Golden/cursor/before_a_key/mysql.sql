SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `archive`.`item`
WHERE `id` < $1
ORDER BY `item`.`id` DESC
LIMIT 3
-- $1 = 7 (bigint)
-- row: id 0, name 1; key 0
