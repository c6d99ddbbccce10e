SELECT "id"
FROM "public"."item"
WHERE "id" = $1
-- $1 = 7 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT "t0"."id", ARRAY(SELECT ROW("t1"."id", "t1"."name")
FROM "public"."item_label" AS "t2"
JOIN "public"."label" AS "t1" ON "t1"."id" = "t2"."label_id"
WHERE "t2"."item_id" = "t0"."id"
ORDER BY "t1"."id")
FROM "public"."item" AS "t0"
WHERE "t0"."id" = ANY ($1)
ORDER BY "t0"."id"
-- $1 = [1, 2] (bigint list)
-- row: id 0, label [ id 0, name 1 ]; key 0
