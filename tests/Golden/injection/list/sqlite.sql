SELECT `id`
FROM `main`.`item`
WHERE `name` IN (SELECT value FROM json_each($1))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = ['a', ''; DROP TABLE item; --', '"]'] (text list)
