WITH "chosen" AS MATERIALIZED (
SELECT "item"."id"
FROM "public"."item"
WHERE "price" < $1
ORDER BY "item"."price" DESC, "item"."id"
LIMIT 10
FOR UPDATE
)
DELETE FROM "public"."item"
WHERE "id" IN (SELECT "id" FROM "chosen")
-- $1 = '1' (numeric(10,2))
