SELECT "t0"."id", ARRAY(SELECT ROW("t1"."name")
FROM "public"."item" AS "t1"
WHERE "t1"."owner_id" = "t0"."id"
ORDER BY "t1"."price" DESC, "t1"."name", "t1"."id"
LIMIT 2)
FROM "public"."person" AS "t0"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, referenced_by_item_owner_id_objects [ name 0 ]
