SELECT `id`
FROM `shop`.`kinds`
WHERE IF(JSON_TYPE(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member')))) IN ('INTEGER', 'DOUBLE'), CAST(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member'))) AS DOUBLE), NULL) = $2
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['"; DROP TABLE item;--'] (path list)
-- $2 = '1' (number)
