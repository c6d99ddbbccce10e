SELECT `id`
FROM `main`.`kinds`
WHERE relata_fold(relata_json(`json`, $1, 'text')) GLOB relata_glob(relata_fold($2))
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = '%x%' (text)
