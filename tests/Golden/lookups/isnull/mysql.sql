SELECT `id`
FROM `shop`.`item`
WHERE `note` IS NULL
ORDER BY `item`.`id`
LIMIT 101
