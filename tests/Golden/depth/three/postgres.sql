SELECT "t0"."id", "t0"."parent_id", "t1"."id", "t1"."name", "t1"."email", "t4"."id", "t4"."name", "t4"."price", "t4"."note", "t4"."is_active", "t4"."created_at", "t4"."owner_id", "t4"."reviewer_id", "t4"."parent_id", "t5"."id", "t5"."name", "t5"."email", "t6"."id", "t6"."name", "t6"."price", "t6"."note", "t6"."is_active", "t6"."created_at", "t6"."owner_id", "t6"."reviewer_id", "t6"."parent_id", "t7"."id", "t7"."name", "t7"."email", "t13"."id", "t13"."name", "t13"."email", ARRAY(SELECT ROW("t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id")
FROM "public"."item" AS "t2"
WHERE "t2"."owner_id" = "t1"."id"
ORDER BY "t2"."id"), ARRAY(SELECT ROW("t3"."id", "t3"."name", "t3"."price", "t3"."note", "t3"."is_active", "t3"."created_at", "t3"."owner_id", "t3"."reviewer_id", "t3"."parent_id")
FROM "public"."item" AS "t3"
WHERE "t3"."reviewer_id" = "t1"."id"
ORDER BY "t3"."id"), ARRAY(SELECT ROW("t8"."id", "t8"."name", "t8"."price", "t8"."note", "t8"."is_active", "t8"."created_at", "t8"."owner_id", "t8"."reviewer_id", "t8"."parent_id")
FROM "public"."item" AS "t8"
WHERE "t8"."parent_id" = "t4"."id"
ORDER BY "t8"."id"), ARRAY(SELECT ROW("t9"."item_id", "t9"."label_id")
FROM "public"."item_label" AS "t9"
WHERE "t9"."item_id" = "t4"."id"
ORDER BY "t9"."item_id", "t9"."label_id"), ARRAY(SELECT ROW("t10"."id", "t10"."item_id", "t10"."words", "t10"."deleted_at")
FROM "public"."memo" AS "t10"
WHERE ("t10"."item_id" = "t4"."id" AND "t10"."deleted_at" IS NULL)
ORDER BY "t10"."id"), ARRAY(SELECT ROW("t11"."id", "t11"."name")
FROM "public"."item_label" AS "t12"
JOIN "public"."label" AS "t11" ON "t11"."id" = "t12"."label_id"
WHERE "t12"."item_id" = "t4"."id"
ORDER BY "t11"."id"), ARRAY(SELECT ROW("t14"."id", "t14"."name", "t14"."price", "t14"."note", "t14"."is_active", "t14"."created_at", "t14"."owner_id", "t14"."reviewer_id", "t14"."parent_id")
FROM "public"."item" AS "t14"
WHERE "t14"."owner_id" = "t13"."id"
ORDER BY "t14"."id"), ARRAY(SELECT ROW("t15"."id", "t15"."name", "t15"."price", "t15"."note", "t15"."is_active", "t15"."created_at", "t15"."owner_id", "t15"."reviewer_id", "t15"."parent_id")
FROM "public"."item" AS "t15"
WHERE "t15"."reviewer_id" = "t13"."id"
ORDER BY "t15"."id"), ARRAY(SELECT ROW("t16"."id", "t16"."name", "t16"."price", "t16"."note", "t16"."is_active", "t16"."created_at", "t16"."owner_id", "t16"."reviewer_id", "t16"."parent_id", "t17"."id", "t17"."name", "t17"."email", "t18"."id", "t18"."name", "t18"."price", "t18"."note", "t18"."is_active", "t18"."created_at", "t18"."owner_id", "t18"."reviewer_id", "t18"."parent_id", "t19"."id", "t19"."name", "t19"."email", ARRAY(SELECT ROW("t20"."id", "t20"."name", "t20"."price", "t20"."note", "t20"."is_active", "t20"."created_at", "t20"."owner_id", "t20"."reviewer_id", "t20"."parent_id")
FROM "public"."item" AS "t20"
WHERE "t20"."parent_id" = "t16"."id"
ORDER BY "t20"."id"), ARRAY(SELECT ROW("t21"."item_id", "t21"."label_id")
FROM "public"."item_label" AS "t21"
WHERE "t21"."item_id" = "t16"."id"
ORDER BY "t21"."item_id", "t21"."label_id"), ARRAY(SELECT ROW("t22"."id", "t22"."item_id", "t22"."words", "t22"."deleted_at")
FROM "public"."memo" AS "t22"
WHERE ("t22"."item_id" = "t16"."id" AND "t22"."deleted_at" IS NULL)
ORDER BY "t22"."id"), ARRAY(SELECT ROW("t23"."id", "t23"."name")
FROM "public"."item_label" AS "t24"
JOIN "public"."label" AS "t23" ON "t23"."id" = "t24"."label_id"
WHERE "t24"."item_id" = "t16"."id"
ORDER BY "t23"."id"))
FROM "public"."item" AS "t16"
LEFT JOIN "public"."person" AS "t17" ON "t17"."id" = "t16"."owner_id"
LEFT JOIN "public"."item" AS "t18" ON "t18"."id" = "t16"."parent_id"
LEFT JOIN "public"."person" AS "t19" ON "t19"."id" = "t16"."reviewer_id"
WHERE "t16"."parent_id" = "t0"."id"
ORDER BY "t16"."id"), ARRAY(SELECT ROW("t25"."item_id", "t25"."label_id", "t26"."id", "t26"."name", "t26"."price", "t26"."note", "t26"."is_active", "t26"."created_at", "t26"."owner_id", "t26"."reviewer_id", "t26"."parent_id", "t27"."id", "t27"."name", ARRAY(SELECT ROW("t28"."item_id", "t28"."label_id", "t28"."copies")
FROM "public"."print" AS "t28"
WHERE ("t28"."item_id" = "t25"."item_id" AND "t28"."label_id" = "t25"."label_id")))
FROM "public"."item_label" AS "t25"
LEFT JOIN "public"."item" AS "t26" ON "t26"."id" = "t25"."item_id"
LEFT JOIN "public"."label" AS "t27" ON "t27"."id" = "t25"."label_id"
WHERE "t25"."item_id" = "t0"."id"
ORDER BY "t25"."item_id", "t25"."label_id"), ARRAY(SELECT ROW("t29"."id", "t29"."item_id", "t29"."words", "t29"."deleted_at", "t30"."id", "t30"."name", "t30"."price", "t30"."note", "t30"."is_active", "t30"."created_at", "t30"."owner_id", "t30"."reviewer_id", "t30"."parent_id")
FROM "public"."memo" AS "t29"
LEFT JOIN "public"."item" AS "t30" ON "t30"."id" = "t29"."item_id"
WHERE ("t29"."item_id" = "t0"."id" AND "t29"."deleted_at" IS NULL)
ORDER BY "t29"."id"), ARRAY(SELECT ROW("t31"."id", "t31"."name", ARRAY(SELECT ROW("t33"."item_id", "t33"."label_id")
FROM "public"."item_label" AS "t33"
WHERE "t33"."label_id" = "t31"."id"
ORDER BY "t33"."item_id", "t33"."label_id"), ARRAY(SELECT ROW("t34"."id", "t34"."name", "t34"."price", "t34"."note", "t34"."is_active", "t34"."created_at", "t34"."owner_id", "t34"."reviewer_id", "t34"."parent_id")
FROM "public"."item_label" AS "t35"
JOIN "public"."item" AS "t34" ON "t34"."id" = "t35"."item_id"
WHERE "t35"."label_id" = "t31"."id"
ORDER BY "t34"."id"))
FROM "public"."item_label" AS "t32"
JOIN "public"."label" AS "t31" ON "t31"."id" = "t32"."label_id"
WHERE "t32"."item_id" = "t0"."id"
ORDER BY "t31"."id")
FROM "public"."item" AS "t0"
LEFT JOIN "public"."person" AS "t1" ON "t1"."id" = "t0"."owner_id"
LEFT JOIN "public"."item" AS "t4" ON "t4"."id" = "t0"."parent_id"
LEFT JOIN "public"."person" AS "t5" ON "t5"."id" = "t4"."owner_id"
LEFT JOIN "public"."item" AS "t6" ON "t6"."id" = "t4"."parent_id"
LEFT JOIN "public"."person" AS "t7" ON "t7"."id" = "t4"."reviewer_id"
LEFT JOIN "public"."person" AS "t13" ON "t13"."id" = "t0"."reviewer_id"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, parent_id 1, owner_id_object { id 2, name 3, email 4, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 2 is NULL, parent_id_object { id 5, name 6, price 7, note 8, is_active 9, created_at 10, owner_id 11, reviewer_id 12, parent_id 13, owner_id_object { id 14, name 15, email 16 } unless 14 is NULL, parent_id_object { id 17, name 18, price 19, note 20, is_active 21, created_at 22, owner_id 23, reviewer_id 24, parent_id 25 } unless 17 is NULL, reviewer_id_object { id 26, name 27, email 28 } unless 26 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] } unless 5 is NULL, reviewer_id_object { id 29, name 30, email 31, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] } unless 29 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1 ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3 ], label [ id 0, name 1 ] ], referenced_by_item_label_item_id_objects [ item_id 0, label_id 1, item_id_object { id 2, name 3, price 4, note 5, is_active 6, created_at 7, owner_id 8, reviewer_id 9, parent_id 10 } unless 2 is NULL, label_id_object { id 11, name 12 } unless 11 is NULL, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] ], referenced_by_memo_item_id_objects [ id 0, item_id 1, words 2, deleted_at 3, item_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL ], label [ id 0, name 1, referenced_by_item_label_label_id_objects [ item_id 0, label_id 1 ], item [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ] ]
