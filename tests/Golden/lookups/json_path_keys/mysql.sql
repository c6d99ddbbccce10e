SELECT `id`
FROM `shop`.`kinds`
WHERE JSON_CONTAINS(CASE JSON_TYPE(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member')))) WHEN 'OBJECT' THEN JSON_KEYS(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member')))) WHEN 'ARRAY' THEN IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member'))) ELSE CONCAT('[', IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member'))), ']') END, $2)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (path list)
-- $2 = ['b'] (keys list)
