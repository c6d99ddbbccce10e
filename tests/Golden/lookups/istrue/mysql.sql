SELECT `id`
FROM `shop`.`item`
WHERE `is_active` IS TRUE
ORDER BY `item`.`id`
LIMIT 101
