SELECT `id`
FROM `main`.`item`
WHERE (`id` IN (SELECT value FROM json_each($1)) OR `name` IN (SELECT value FROM json_each($2)) OR `price` BETWEEN $3 AND $4 OR NOT (`id` IN (SELECT value FROM json_each($5))) OR `id` IN (SELECT value FROM json_each($6)))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = [1, 2, 3] (bigint list)
-- $2 = ['a,b', 'c,d'] (text list)
-- $3 = '1' (numeric(10,2))
-- $4 = '2' (numeric(10,2))
-- $5 = [] (bigint list)
-- $6 = [7, 8] (bigint list)
