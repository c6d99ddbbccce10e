SELECT `id`
FROM `shop`.`item`
ORDER BY `item`.`id`
LIMIT 101
