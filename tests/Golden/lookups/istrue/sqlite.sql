SELECT `id`
FROM `main`.`item`
WHERE `is_active` IS TRUE
ORDER BY `item`.`id`
LIMIT 101
