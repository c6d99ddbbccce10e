SELECT "t0"."id", ARRAY(SELECT ROW("t1"."id", "t1"."name", "t1"."price", "t1"."note", "t1"."is_active", "t1"."created_at", "t1"."owner_id", "t1"."reviewer_id", "t1"."parent_id")
FROM "public"."item" AS "t1"
WHERE ("t1"."owner_id" = "t0"."id" AND "t1"."price" >= $1)
ORDER BY "t1"."id"), ARRAY(SELECT ROW("t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id")
FROM "public"."item" AS "t2"
WHERE ("t2"."reviewer_id" = "t0"."id" AND "t2"."name" LIKE $2 ESCAPE '\')
ORDER BY "t2"."id")
FROM "public"."person" AS "t0"
ORDER BY "t0"."id"
LIMIT 101
-- $1 = '2' (numeric(10,2))
-- $2 = 'a%' (text)
-- row: id 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]
