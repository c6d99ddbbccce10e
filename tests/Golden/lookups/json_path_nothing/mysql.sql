SELECT `id`
FROM `shop`.`kinds`
WHERE IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member'))) IS NULL
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (path list)
