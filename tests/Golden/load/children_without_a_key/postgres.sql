SELECT "t0"."item_id", "t0"."label_id", ARRAY(SELECT ROW("t1"."item_id", "t1"."label_id", "t1"."copies", "t2"."item_id", "t2"."label_id", ARRAY(SELECT ROW("t3"."item_id", "t3"."label_id", "t3"."copies")
FROM "public"."print" AS "t3"
WHERE ("t3"."item_id" = "t2"."item_id" AND "t3"."label_id" = "t2"."label_id")))
FROM "public"."print" AS "t1"
LEFT JOIN "public"."item_label" AS "t2" ON ("t2"."item_id" = "t1"."item_id" AND "t2"."label_id" = "t1"."label_id")
WHERE ("t1"."item_id" = "t0"."item_id" AND "t1"."label_id" = "t0"."label_id")
ORDER BY "t2"."item_id", "t2"."label_id")
FROM "public"."item_label" AS "t0"
WHERE ("t0"."item_id" = $1 AND "t0"."label_id" = $2)
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- row: item_id 0, label_id 1, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2, item_id_label_id_object { item_id 3, label_id 4, referenced_by_print_item_id_label_id_objects [ item_id 0, label_id 1, copies 2 ] } unless 3 is NULL ]
