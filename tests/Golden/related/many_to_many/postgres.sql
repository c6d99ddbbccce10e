SELECT "t0"."id"
FROM "public"."item" AS "t0"
WHERE EXISTS (SELECT 1 FROM "public"."item_label" AS "t1", "public"."label" AS "t2" WHERE ("t1"."item_id" = "t0"."id" AND "t2"."id" = "t1"."label_id" AND "t2"."name" = $1))
ORDER BY "t0"."id"
LIMIT 101
-- $1 = 'new' (text)
