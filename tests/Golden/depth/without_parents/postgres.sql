SELECT "t0"."id", "t0"."name", "t0"."email", ARRAY(SELECT ROW("t1"."id", "t1"."name", "t1"."price", "t1"."note", "t1"."is_active", "t1"."created_at", "t1"."owner_id", "t1"."reviewer_id", "t1"."parent_id", "t2"."id", "t2"."name", "t2"."email", "t3"."id", "t3"."name", "t3"."price", "t3"."note", "t3"."is_active", "t3"."created_at", "t3"."owner_id", "t3"."reviewer_id", "t3"."parent_id", "t4"."id", "t4"."name", "t4"."email", ARRAY(SELECT ROW("t5"."id", "t5"."name", "t5"."price", "t5"."note", "t5"."is_active", "t5"."created_at", "t5"."owner_id", "t5"."reviewer_id", "t5"."parent_id")
FROM "public"."item" AS "t5"
WHERE "t5"."parent_id" = "t1"."id"
ORDER BY "t5"."id"), ARRAY(SELECT ROW("t6"."item_id", "t6"."label_id")
FROM "public"."item_label" AS "t6"
WHERE "t6"."item_id" = "t1"."id"
ORDER BY "t6"."item_id", "t6"."label_id"), ARRAY(SELECT ROW("t7"."id", "t7"."item_id", "t7"."words", "t7"."deleted_at")
FROM "public"."memo" AS "t7"
WHERE ("t7"."item_id" = "t1"."id" AND "t7"."deleted_at" IS NULL)
ORDER BY "t7"."id"), ARRAY(SELECT ROW("t8"."id", "t8"."name")
FROM "public"."item_label" AS "t9"
JOIN "public"."label" AS "t8" ON "t8"."id" = "t9"."label_id"
WHERE "t9"."item_id" = "t1"."id"
ORDER BY "t8"."id"))
FROM "public"."item" AS "t1"
LEFT JOIN "public"."person" AS "t2" ON "t2"."id" = "t1"."owner_id"
LEFT JOIN "public"."item" AS "t3" ON "t3"."id" = "t1"."parent_id"
LEFT JOIN "public"."person" AS "t4" ON "t4"."id" = "t1"."reviewer_id"
WHERE "t1"."owner_id" = "t0"."id"
ORDER BY "t1"."id"), ARRAY(SELECT ROW("t10"."id", "t10"."name", "t10"."price", "t10"."note", "t10"."is_active", "t10"."created_at", "t10"."owner_id", "t10"."reviewer_id", "t10"."parent_id", "t11"."id", "t11"."name", "t11"."email", "t12"."id", "t12"."name", "t12"."price", "t12"."note", "t12"."is_active", "t12"."created_at", "t12"."owner_id", "t12"."reviewer_id", "t12"."parent_id", "t13"."id", "t13"."name", "t13"."email", ARRAY(SELECT ROW("t14"."id", "t14"."name", "t14"."price", "t14"."note", "t14"."is_active", "t14"."created_at", "t14"."owner_id", "t14"."reviewer_id", "t14"."parent_id")
FROM "public"."item" AS "t14"
WHERE "t14"."parent_id" = "t10"."id"
ORDER BY "t14"."id"), ARRAY(SELECT ROW("t15"."item_id", "t15"."label_id")
FROM "public"."item_label" AS "t15"
WHERE "t15"."item_id" = "t10"."id"
ORDER BY "t15"."item_id", "t15"."label_id"), ARRAY(SELECT ROW("t16"."id", "t16"."item_id", "t16"."words", "t16"."deleted_at")
FROM "public"."memo" AS "t16"
WHERE ("t16"."item_id" = "t10"."id" AND "t16"."deleted_at" IS NULL)
ORDER BY "t16"."id"), ARRAY(SELECT ROW("t17"."id", "t17"."name")
FROM "public"."item_label" AS "t18"
JOIN "public"."label" AS "t17" ON "t17"."id" = "t18"."label_id"
WHERE "t18"."item_id" = "t10"."id"
ORDER BY "t17"."id"))
FROM "public"."item" AS "t10"
LEFT JOIN "public"."person" AS "t11" ON "t11"."id" = "t10"."owner_id"
LEFT JOIN "public"."item" AS "t12" ON "t12"."id" = "t10"."parent_id"
LEFT JOIN "public"."person" AS "t13" ON "t13"."id" = "t10"."reviewer_id"
WHERE "t10"."reviewer_id" = "t0"."id"
ORDER BY "t10"."id")
FROM "public"."person" AS "t0"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, name 1, email 2, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ]
