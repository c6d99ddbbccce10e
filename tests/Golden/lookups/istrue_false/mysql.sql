SELECT `id`
FROM `shop`.`item`
WHERE NOT (`is_active` IS TRUE)
ORDER BY `item`.`id`
LIMIT 101
