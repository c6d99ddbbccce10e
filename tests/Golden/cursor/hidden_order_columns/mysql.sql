SELECT CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`price` USING utf8mb4) AS BINARY), `id`
FROM `shop`.`item`
ORDER BY `item`.`price` DESC, `item`.`id`
LIMIT 101
-- row: name 0; key 1, 2
