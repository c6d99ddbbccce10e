SELECT count(*)
FROM "public"."item" AS "t0"
WHERE EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $1))
-- $1 = 'a' (text)
-- next
SELECT "t0"."id", "t2"."id", "t2"."name", "t2"."email", "t3"."id", "t3"."name", "t3"."price", "t3"."note", "t3"."is_active", "t3"."created_at", "t3"."owner_id", "t3"."reviewer_id", "t3"."parent_id", "t4"."id", "t4"."name", "t4"."email", ARRAY(SELECT ROW("t5"."id", "t5"."name", "t5"."price", "t5"."note", "t5"."is_active", "t5"."created_at", "t5"."owner_id", "t5"."reviewer_id", "t5"."parent_id")
FROM "public"."item" AS "t5"
WHERE "t5"."parent_id" = "t0"."id"
ORDER BY "t5"."id"), ARRAY(SELECT ROW("t6"."item_id", "t6"."label_id")
FROM "public"."item_label" AS "t6"
WHERE "t6"."item_id" = "t0"."id"
ORDER BY "t6"."item_id", "t6"."label_id"), ARRAY(SELECT ROW("t7"."id", "t7"."item_id", "t7"."words", "t7"."deleted_at")
FROM "public"."memo" AS "t7"
WHERE ("t7"."item_id" = "t0"."id" AND "t7"."deleted_at" IS NULL)
ORDER BY "t7"."id"), ARRAY(SELECT ROW("t8"."id", "t8"."name")
FROM "public"."item_label" AS "t9"
JOIN "public"."label" AS "t8" ON "t8"."id" = "t9"."label_id"
WHERE "t9"."item_id" = "t0"."id"
ORDER BY "t8"."id")
FROM (SELECT "t0"."id" AS "id", "t0"."owner_id" AS "owner_id", "t0"."parent_id" AS "parent_id", "t0"."reviewer_id" AS "reviewer_id", "t0"."name" AS "name"
FROM "public"."item" AS "t0"
WHERE EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $1))
ORDER BY "t0"."name" DESC, "t0"."id"
LIMIT 6
OFFSET $2) AS "t0"
LEFT JOIN "public"."person" AS "t2" ON "t2"."id" = "t0"."owner_id"
LEFT JOIN "public"."item" AS "t3" ON "t3"."id" = "t0"."parent_id"
LEFT JOIN "public"."person" AS "t4" ON "t4"."id" = "t0"."reviewer_id"
ORDER BY "t0"."name" DESC, "t0"."id"
-- $1 = 'a' (text)
-- $2 = 5 (bigint)
-- row: id 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, parent_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL, reviewer_id_object { id 13, name 14, email 15 } unless 13 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ]
