SELECT `id`
FROM `main`.`item`
WHERE NOT (`name` = $1)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
