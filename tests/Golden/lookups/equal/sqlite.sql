SELECT `id`
FROM `main`.`item`
WHERE `name` = $1
ORDER BY `item`.`id`
LIMIT 100
-- $1 = 'Lamp' (text)
