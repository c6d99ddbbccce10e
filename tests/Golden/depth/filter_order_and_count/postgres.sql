SELECT count(*)
FROM "public"."item" AS "t0"
WHERE "t0"."name" LIKE $1 ESCAPE '\'
-- $1 = 'a%' (text)
-- next
SELECT "t0"."name", "t1"."id", "t1"."name", "t1"."email", "t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id", "t3"."id", "t3"."name", "t3"."email", ARRAY(SELECT ROW("t4"."id", "t4"."name", "t4"."price", "t4"."note", "t4"."is_active", "t4"."created_at", "t4"."owner_id", "t4"."reviewer_id", "t4"."parent_id")
FROM "public"."item" AS "t4"
WHERE "t4"."parent_id" = "t0"."id"
ORDER BY "t4"."id"), ARRAY(SELECT ROW("t5"."item_id", "t5"."label_id")
FROM "public"."item_label" AS "t5"
WHERE "t5"."item_id" = "t0"."id"
ORDER BY "t5"."item_id", "t5"."label_id"), ARRAY(SELECT ROW("t6"."id", "t6"."item_id", "t6"."words", "t6"."deleted_at")
FROM "public"."memo" AS "t6"
WHERE ("t6"."item_id" = "t0"."id" AND "t6"."deleted_at" IS NULL)
ORDER BY "t6"."id"), ARRAY(SELECT ROW("t7"."id", "t7"."name")
FROM "public"."item_label" AS "t8"
JOIN "public"."label" AS "t7" ON "t7"."id" = "t8"."label_id"
WHERE "t8"."item_id" = "t0"."id"
ORDER BY "t7"."id")
FROM "public"."item" AS "t0"
LEFT JOIN "public"."person" AS "t1" ON "t1"."id" = "t0"."owner_id"
LEFT JOIN "public"."item" AS "t2" ON "t2"."id" = "t0"."parent_id"
LEFT JOIN "public"."person" AS "t3" ON "t3"."id" = "t0"."reviewer_id"
WHERE "t0"."name" LIKE $1 ESCAPE '\'
ORDER BY "t0"."price" DESC, "t0"."id"
LIMIT 4
-- $1 = 'a%' (text)
-- row: name 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, parent_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL, reviewer_id_object { id 13, name 14, email 15 } unless 13 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ]
