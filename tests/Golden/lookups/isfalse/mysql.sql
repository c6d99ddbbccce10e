SELECT `id`
FROM `shop`.`item`
WHERE `is_active` IS FALSE
ORDER BY `item`.`id`
LIMIT 101
