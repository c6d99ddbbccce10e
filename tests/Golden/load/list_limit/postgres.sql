SELECT "t0"."id", ARRAY(SELECT ROW("t1"."id", "t1"."name", "t1"."price", "t1"."note", "t1"."is_active", "t1"."created_at", "t1"."owner_id", "t1"."reviewer_id", "t1"."parent_id")
FROM "public"."item" AS "t1"
WHERE "t1"."owner_id" = "t0"."id"
ORDER BY "t1"."id"
LIMIT 3)
FROM "public"."person" AS "t0"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]
