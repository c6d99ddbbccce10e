SELECT `id`
FROM `main`.`kinds`
WHERE relata_json_contains($1, `json`)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = '{"a":1}' (jsonb)
