SELECT "id"
FROM "public"."spell"
WHERE "times" @> $1::"pg_catalog"."date"
ORDER BY "spell"."id"
LIMIT 101
-- $1 = '2024-01-01' (date)
