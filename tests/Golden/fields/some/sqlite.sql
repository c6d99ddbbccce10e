SELECT `name`, `id`
FROM `main`.`item`
ORDER BY `item`.`id`
LIMIT 101
