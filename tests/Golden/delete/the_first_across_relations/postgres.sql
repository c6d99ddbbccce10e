WITH "chosen" AS MATERIALIZED (
SELECT "t0"."id"
FROM "public"."item" AS "t0"
WHERE EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $1))
ORDER BY "t0"."id"
LIMIT 1
FOR UPDATE
)
DELETE FROM "public"."item"
WHERE "id" IN (SELECT "id" FROM "chosen")
-- $1 = 'Ada' (text)
