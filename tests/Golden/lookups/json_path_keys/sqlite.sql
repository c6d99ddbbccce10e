SELECT `id`
FROM `main`.`kinds`
WHERE relata_json_has_all(relata_json(`json`, $1, 'any'), $2)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = ['b'] (text list)
