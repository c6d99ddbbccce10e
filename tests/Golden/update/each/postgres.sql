UPDATE "public"."item" AS "t0"
SET "price" = "t1"."column2", "note" = "t1"."column3"
FROM (VALUES ($1::"pg_catalog"."int8", $2::"pg_catalog"."numeric", $3::"pg_catalog"."text"), ($4, $5, $6)) AS "t1"
WHERE ("t0"."id" = "t1"."column1")
-- $1 = 7 (bigint)
-- $2 = '1.00' (numeric(10,2))
-- $3 = 'a' (text)
-- $4 = 8 (bigint)
-- $5 = '2.50' (numeric(10,2))
-- $6 = NULL (text)
-- next
UPDATE "public"."item" AS "t0"
SET "is_active" = "t1"."column2"
FROM (VALUES ($1::"pg_catalog"."int8", $2)) AS "t1"
WHERE ("t0"."id" = "t1"."column1")
-- $1 = 9 (bigint)
-- $2 = false (boolean)
-- next
SELECT "t0"."id", "t0"."note"
FROM (VALUES (0, $1::"pg_catalog"."int8"), (1, $2), (2, $3)) AS "t1"
LEFT JOIN "public"."item" AS "t0" ON ("t0"."id" = "t1"."column2")
ORDER BY "t1"."column1"
-- $1 = 7 (bigint)
-- $2 = 8 (bigint)
-- $3 = 9 (bigint)
-- row: id 0, note 1; key 0
