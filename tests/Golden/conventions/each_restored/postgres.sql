UPDATE "public"."task" AS "t0"
SET "updated_at" = "t1"."column2", "deleted_at" = "t1"."column3"
FROM (VALUES ($1::"pg_catalog"."int8", $2, $3::"pg_catalog"."timestamptz")) AS "t1"
WHERE ("t0"."id" = "t1"."column1")
-- $1 = 7 (bigint)
-- $2 = '2001-01-01 00:00:00' (timestamp)
-- $3 = NULL (timestamp with time zone)
-- next
SELECT "t0"."id"
FROM (VALUES (0, $1::"pg_catalog"."int8")) AS "t1"
LEFT JOIN "public"."task" AS "t0" ON ("t0"."id" = "t1"."column2")
ORDER BY "t1"."column1"
-- $1 = 7 (bigint)
-- row: id 0; key 0
