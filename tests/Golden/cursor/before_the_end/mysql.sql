SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `archive`.`item`
ORDER BY `item`.`id` DESC
LIMIT 3
-- row: id 0, name 1; key 0
