SELECT "id"
FROM "public"."spell"
WHERE "during" @> $1::"pg_catalog"."timestamptz"
ORDER BY "spell"."id"
LIMIT 101
-- $1 = '2024-01-01 00:00:00' (timestamp with time zone)
