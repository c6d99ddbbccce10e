SELECT "t0"."name", "t1"."id", "t1"."name", "t1"."email", ARRAY(SELECT ROW("t2"."id", "t2"."item_id", "t2"."words", "t2"."deleted_at")
FROM "public"."memo" AS "t2"
WHERE ("t2"."item_id" = "t0"."id" AND "t2"."deleted_at" IS NULL)
ORDER BY "t2"."id")
FROM (SELECT "t0"."name" AS "name", "t0"."id" AS "id", "t0"."owner_id" AS "owner_id", "t0"."price" AS "price"
FROM "public"."item" AS "t0"
WHERE "t0"."price" > $1
ORDER BY "t0"."price" DESC, "t0"."id"
LIMIT 6
OFFSET $2) AS "t0"
LEFT JOIN "public"."person" AS "t1" ON "t1"."id" = "t0"."owner_id"
ORDER BY "t0"."price" DESC, "t0"."id"
-- $1 = '3' (numeric(10,2))
-- $2 = 10 (bigint)
-- row: name 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ]
