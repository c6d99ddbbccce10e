SELECT `id`
FROM `main`.`item`
WHERE (`name` = $1 OR `name` = $2 OR `name` = $3 OR `name` = $4 OR `note` = $5)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a,b)' (text)
-- $2 = 'say "hi"' (text)
-- $3 = 'a)' (text)
-- $4 = '' (text)
-- $5 = '' (text)
