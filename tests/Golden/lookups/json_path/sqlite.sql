SELECT `id`
FROM `main`.`kinds`
WHERE relata_json(`json`, $1, 'number') >= $2
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a', '0', 'b'] (text list)
-- $2 = '3' (number)
