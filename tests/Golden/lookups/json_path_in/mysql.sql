SELECT `id`
FROM `shop`.`kinds`
WHERE IF(JSON_TYPE(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member')))) = 'STRING', JSON_UNQUOTE(IF(JSON_TYPE(JSON_EXTRACT(`json`, JSON_VALUE($1, '$.within'))) = 'ARRAY', JSON_EXTRACT(`json`, JSON_VALUE($1, '$.item')), JSON_EXTRACT(`json`, JSON_VALUE($1, '$.member')))) COLLATE utf8mb4_nopad_bin, NULL) IN ($2)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a'] (path list)
-- $2 = ['x', 'y'] (text list)
