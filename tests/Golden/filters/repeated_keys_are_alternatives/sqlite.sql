SELECT `id`
FROM `main`.`item`
WHERE (`name` = $1 OR `name` = $2 OR `name` = $3)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'b' (text)
-- $3 = 'c' (text)
