SELECT "t0"."id", "t1"."id", "t1"."name", "t1"."email", ARRAY(SELECT ROW("t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id")
FROM "public"."item" AS "t2"
WHERE "t2"."owner_id" = "t1"."id"
ORDER BY "t2"."id"), ARRAY(SELECT ROW("t3"."id", "t3"."name", "t3"."price", "t3"."note", "t3"."is_active", "t3"."created_at", "t3"."owner_id", "t3"."reviewer_id", "t3"."parent_id")
FROM "public"."item" AS "t3"
WHERE "t3"."reviewer_id" = "t1"."id"
ORDER BY "t3"."id")
FROM "public"."item" AS "t0"
LEFT JOIN "public"."person" AS "t1" ON "t1"."id" = "t0"."owner_id"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, owner_id_object { id 1, name 2, email 3, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 1 is NULL
