SELECT CAST(CONVERT(`name` USING utf8mb4) AS BINARY), `id`
FROM `shop`.`item`
ORDER BY `item`.`id`
LIMIT 101
