SELECT CAST(`created_at__date` AS BINARY)
FROM (SELECT DATE(`created_at`) AS `created_at__date`
FROM `shop`.`item`
GROUP BY DATE(`created_at`)) AS `item`
ORDER BY `item`.`created_at__date` IS NULL, `item`.`created_at__date`
LIMIT 6
