SELECT `id`
FROM `main`.`item`
WHERE `note` IS NULL
ORDER BY `item`.`id`
LIMIT 101
