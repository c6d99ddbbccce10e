SELECT `id`
FROM `main`.`item`
WHERE NOT (`note` IS NULL)
ORDER BY `item`.`id`
LIMIT 101
