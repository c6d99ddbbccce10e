SELECT `id`
FROM `main`.`kinds`
WHERE relata_json(`json`, $1, 'text') IN (SELECT value FROM json_each($2))
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = ['x', 'y'] (text list)
