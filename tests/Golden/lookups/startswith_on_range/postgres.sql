SELECT "id"
FROM "public"."spell"
WHERE extract(year FROM lower("during") AT TIME ZONE 'UTC') = $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = 2024 (integer)
