SELECT `id`, CAST(CONVERT(`spot` USING utf8mb4) AS BINARY), CAST(CONVERT(`priced` USING utf8mb4) AS BINARY), CAST(`period` AS BINARY), CAST(CONVERT(`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`corner` USING utf8mb4) AS BINARY), CAST(CONVERT(`trail` USING utf8mb4) AS BINARY), CAST(CONVERT(`edge` USING utf8mb4) AS BINARY), CAST(ST_AsGeoJSON(`area`, 15) AS BINARY), CAST(ST_AsGeoJSON(`spread`, 15) AS BINARY)
FROM `shop`.`structures`
ORDER BY `structures`.`id`
LIMIT 101
