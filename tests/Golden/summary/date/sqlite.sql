SELECT `created_at__date`
FROM (SELECT relata_moment('date', `created_at`) AS `created_at__date`
FROM `main`.`item`
GROUP BY relata_moment('date', `created_at`)) AS `item`
ORDER BY `item`.`created_at__date` NULLS LAST
LIMIT 6
