SELECT `id`
FROM `main`.`item`
WHERE (`name` = $1 OR `note` = $2)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'b' (text)
