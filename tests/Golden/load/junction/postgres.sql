SELECT "t0"."id", "t0"."name", ARRAY(SELECT ROW("t1"."id", "t1"."name")
FROM "public"."item_label" AS "t2"
JOIN "public"."label" AS "t1" ON "t1"."id" = "t2"."label_id"
WHERE "t2"."item_id" = "t0"."id"
ORDER BY "t1"."id")
FROM "public"."item" AS "t0"
ORDER BY "t0"."id"
LIMIT 11
-- row: id 0, name 1, label [ id 0, name 1 ]
