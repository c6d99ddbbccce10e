SELECT `id`
FROM `main`.`kinds`
WHERE relata_json(`json`, $1, 'boolean') = $2
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = true (boolean)
