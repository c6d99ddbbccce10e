SELECT "t0"."id"
FROM "public"."item" AS "t0"
WHERE EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" ILIKE $1 ESCAPE '\'))
ORDER BY "t0"."id"
LIMIT 101
-- $1 = '%ann%' (text)
