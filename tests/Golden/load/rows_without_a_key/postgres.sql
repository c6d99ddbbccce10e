SELECT "t0"."copies", "t1"."item_id", "t1"."label_id", "t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id", ARRAY(SELECT ROW("t3"."id", "t3"."name")
FROM "public"."item_label" AS "t4"
JOIN "public"."label" AS "t3" ON "t3"."id" = "t4"."label_id"
WHERE "t4"."item_id" = "t2"."id"
ORDER BY "t3"."id")
FROM "public"."print" AS "t0"
LEFT JOIN "public"."item_label" AS "t1" ON ("t1"."item_id" = "t0"."item_id" AND "t1"."label_id" = "t0"."label_id")
LEFT JOIN "public"."item" AS "t2" ON "t2"."id" = "t1"."item_id"
ORDER BY "t2"."id"
LIMIT 101
-- row: copies 0, item_id_label_id_object { item_id 1, label_id 2, item_id_object { id 3, name 4, price 5, note 6, is_active 7, created_at 8, owner_id 9, reviewer_id 10, parent_id 11, label [ id 0, name 1 ] } unless 3 is NULL } unless 1 is NULL
