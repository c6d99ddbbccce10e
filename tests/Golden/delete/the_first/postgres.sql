WITH "chosen" AS MATERIALIZED (
SELECT "item"."id"
FROM "public"."item"
WHERE "price" < $1
ORDER BY "item"."price" DESC, "item"."id"
LIMIT 10
)
DELETE FROM "public"."item"
WHERE ("id" IN (SELECT "id" FROM "chosen") AND "price" < $1)
-- $1 = '1' (numeric(10,2))
