SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
ORDER BY `person`.`id`
LIMIT 3
-- row: id 0, name 1, email 2; key 0
