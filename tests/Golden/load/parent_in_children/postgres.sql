SELECT "t0"."id", ARRAY(SELECT ROW("t1"."id", "t1"."name", "t1"."price", "t1"."note", "t1"."is_active", "t1"."created_at", "t1"."owner_id", "t1"."reviewer_id", "t1"."parent_id", "t2"."id", "t2"."name", "t2"."email")
FROM "public"."item" AS "t1"
LEFT JOIN "public"."person" AS "t2" ON "t2"."id" = "t1"."owner_id"
WHERE "t1"."parent_id" = "t0"."id"
ORDER BY "t1"."id")
FROM (SELECT "t0"."id" AS "id", "t0"."note" AS "note"
FROM "public"."item" AS "t0"
ORDER BY "t0"."note" DESC, "t0"."id"
LIMIT 6
OFFSET $1) AS "t0"
ORDER BY "t0"."note" DESC, "t0"."id"
-- $1 = 10 (bigint)
-- row: id 0, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL ]
