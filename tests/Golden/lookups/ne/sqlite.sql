SELECT `id`
FROM `main`.`item`
WHERE `note` <> $1
ORDER BY `item`.`id`
LIMIT 100
-- $1 = 'x' (text)
