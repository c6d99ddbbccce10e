SELECT "t0"."id"
FROM "public"."person" AS "t0"
WHERE (EXISTS (SELECT 1 FROM "public"."item" AS "t1" WHERE ("t1"."owner_id" = "t0"."id" AND "t1"."name" = $1)) AND EXISTS (SELECT 1 FROM "public"."item" AS "t2" WHERE ("t2"."reviewer_id" = "t0"."id" AND "t2"."name" = $2)))
ORDER BY "t0"."id"
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'a' (text)
