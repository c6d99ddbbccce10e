SELECT `id`
FROM `shop`.`kinds`
WHERE (JSON_TYPE(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member')))) = 'NULL') = $2
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (path list)
-- $2 = true (boolean)
