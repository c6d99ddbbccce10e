SELECT "id"
FROM "public"."structures"
WHERE "trail"::text = $1::"pg_catalog"."path"::text
ORDER BY "structures"."id"
LIMIT 101
-- $1 = '((1,2))' (path)
