DELETE FROM "public"."item" AS "t0"
WHERE ("t0"."name" = $1 OR EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $2)))
-- $1 = 'a' (text)
-- $2 = 'b' (text)
