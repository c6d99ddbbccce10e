SELECT "t0"."id", ARRAY(SELECT ROW("t1"."id", ARRAY(SELECT ROW("t2"."id")
FROM "public"."item" AS "t2"
WHERE "t2"."parent_id" = "t1"."id"
ORDER BY "t2"."id"
LIMIT 2))
FROM "public"."item" AS "t1"
WHERE "t1"."owner_id" = "t0"."id"
ORDER BY "t1"."id"
LIMIT 3)
FROM "public"."person" AS "t0"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, referenced_by_item_owner_id_objects [ id 0, referenced_by_item_parent_id_objects [ id 0 ] ]
