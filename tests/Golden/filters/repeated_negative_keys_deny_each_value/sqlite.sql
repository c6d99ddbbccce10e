SELECT `id`
FROM `main`.`item`
WHERE ((`name` <> $1 AND `name` <> $2) AND (NOT (`id` IN (SELECT value FROM json_each($3))) AND NOT (`id` IN (SELECT value FROM json_each($4)))))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'b' (text)
-- $3 = [1] (bigint list)
-- $4 = [2] (bigint list)
