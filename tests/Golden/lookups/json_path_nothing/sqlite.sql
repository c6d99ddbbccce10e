SELECT `id`
FROM `main`.`kinds`
WHERE relata_json(`json`, $1, 'any') IS NULL
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (text list)
