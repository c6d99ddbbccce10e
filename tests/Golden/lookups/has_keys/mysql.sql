SELECT `id`
FROM `shop`.`kinds`
WHERE JSON_CONTAINS(CASE JSON_TYPE(`json`) WHEN 'OBJECT' THEN JSON_KEYS(`json`) WHEN 'ARRAY' THEN `json` ELSE CONCAT('[', `json`, ']') END, $1)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a', 'b'] (keys list)
