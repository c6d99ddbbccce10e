SELECT `id`
FROM `main`.`kinds`
WHERE relata_json_has_all(`json`, $1)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (text list)
