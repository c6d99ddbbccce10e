SELECT `id`
FROM `shop`.`item`
WHERE NOT (NOT (`note` IS NULL))
ORDER BY `item`.`id`
LIMIT 101
