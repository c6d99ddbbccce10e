DELETE FROM "public"."item" AS "t0"
WHERE EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $1))
-- $1 = 'a' (text)
