SELECT `id`
FROM `shop`.`kinds`
WHERE IF(`json` IS NULL, NULL, NOT EXISTS (SELECT 1 FROM JSON_TABLE($1, '$[*]' COLUMNS (name longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$')) AS wanted WHERE NOT EXISTS (SELECT 1 FROM JSON_TABLE(CASE JSON_TYPE(`json`) WHEN 'OBJECT' THEN JSON_KEYS(`json`) WHEN 'ARRAY' THEN `json` ELSE CONCAT('[', `json`, ']') END, '$[*]' COLUMNS (place FOR ORDINALITY, name longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$')) AS held WHERE held.name = wanted.name AND JSON_TYPE(JSON_EXTRACT(CASE JSON_TYPE(`json`) WHEN 'OBJECT' THEN JSON_KEYS(`json`) WHEN 'ARRAY' THEN `json` ELSE CONCAT('[', `json`, ']') END, CONCAT('$[', held.place - 1, ']'))) = 'STRING')))
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = ['a', 'b'] (keys list)
