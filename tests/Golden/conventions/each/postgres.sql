UPDATE "public"."task" AS "t0"
SET "title" = "t1"."column2", "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
FROM (VALUES ($1::"pg_catalog"."int8", $2::"pg_catalog"."text"), ($3, $4)) AS "t1"
WHERE ("t0"."id" = "t1"."column1" AND "t0"."deleted_at" IS NULL)
-- $1 = 7 (bigint)
-- $2 = 'a' (text)
-- $3 = 8 (bigint)
-- $4 = 'b' (text)
-- next
SELECT "t0"."id"
FROM (VALUES (0, $1::"pg_catalog"."int8"), (1, $2)) AS "t1"
LEFT JOIN "public"."task" AS "t0" ON ("t0"."id" = "t1"."column2" AND "t0"."deleted_at" IS NULL)
ORDER BY "t1"."column1"
-- $1 = 7 (bigint)
-- $2 = 8 (bigint)
-- row: id 0; key 0
