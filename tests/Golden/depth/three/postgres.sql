SELECT "t0"."id", "t0"."parent_id", "t1"."id", "t1"."name", "t1"."email", "t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id", "t3"."id", "t3"."name", "t3"."email", "t4"."id", "t4"."name", "t4"."price", "t4"."note", "t4"."is_active", "t4"."created_at", "t4"."owner_id", "t4"."reviewer_id", "t4"."parent_id", "t5"."id", "t5"."name", "t5"."email", "t6"."id", "t6"."name", "t6"."email"
FROM "public"."item" AS "t0"
LEFT JOIN "public"."person" AS "t1" ON "t1"."id" = "t0"."owner_id"
LEFT JOIN "public"."item" AS "t2" ON "t2"."id" = "t0"."parent_id"
LEFT JOIN "public"."person" AS "t3" ON "t3"."id" = "t2"."owner_id"
LEFT JOIN "public"."item" AS "t4" ON "t4"."id" = "t2"."parent_id"
LEFT JOIN "public"."person" AS "t5" ON "t5"."id" = "t2"."reviewer_id"
LEFT JOIN "public"."person" AS "t6" ON "t6"."id" = "t0"."reviewer_id"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, parent_id 1, owner_id_object { id 2, name 3, email 4 } unless 2 is NULL, parent_id_object { id 5, name 6, price 7, note 8, is_active 9, created_at 10, owner_id 11, reviewer_id 12, parent_id 13, owner_id_object { id 14, name 15, email 16 } unless 14 is NULL, parent_id_object { id 17, name 18, price 19, note 20, is_active 21, created_at 22, owner_id 23, reviewer_id 24, parent_id 25 } unless 17 is NULL, reviewer_id_object { id 26, name 27, email 28 } unless 26 is NULL } unless 5 is NULL, reviewer_id_object { id 29, name 30, email 31 } unless 29 is NULL
