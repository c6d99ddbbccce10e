SELECT `id`
FROM `main`.`item`
WHERE NOT (`id` IN (SELECT value FROM json_each($1)))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = [1] (bigint list)
