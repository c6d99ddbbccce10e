SELECT `id`
FROM `shop`.`task`
WHERE NOT (`deleted_at` IS NULL)
ORDER BY `task`.`id`
LIMIT 101
