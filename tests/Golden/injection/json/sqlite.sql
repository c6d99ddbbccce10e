SELECT `id`
FROM `main`.`kinds`
WHERE relata_json_contains(`json`, $1)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = '"'; DROP TABLE item; --"' (jsonb)
