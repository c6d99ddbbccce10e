WITH "chosen" AS MATERIALIZED (
SELECT "t0"."id"
FROM "public"."item" AS "t0"
WHERE ("t0"."name" ILIKE $1 ESCAPE '\' AND "t0"."name" = ANY ($2) AND EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $3)))
ORDER BY "t0"."id"
LIMIT 1
)
DELETE FROM "public"."item" AS "t0"
WHERE ("id" IN (SELECT "id" FROM "chosen") AND ("t0"."name" ILIKE $1 ESCAPE '\' AND "t0"."name" = ANY ($2) AND EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $3))))
-- $1 = '%x%' (text)
-- $2 = ['a', 'b'] (text list)
-- $3 = 'Ada' (text)
