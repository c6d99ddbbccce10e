SELECT `id`
FROM `shop`.`task`
WHERE `deleted_at` IS NULL
ORDER BY `task`.`id`
LIMIT 101
