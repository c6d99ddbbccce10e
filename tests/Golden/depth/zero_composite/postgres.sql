SELECT "t0"."id", "t1"."order_code", "t1"."line_no", "t1"."quantity", ARRAY(SELECT ROW("t2"."id", "t2"."order_code", "t2"."line_no", "t2"."shipped_on")
FROM "public"."shipment" AS "t2"
WHERE (("t2"."order_code" = "t1"."order_code" AND "t2"."line_no" = "t1"."line_no") AND NOT ("t2"."id" = "t0"."id"))
ORDER BY "t2"."id")
FROM "public"."shipment" AS "t0"
LEFT JOIN "public"."order_line" AS "t1" ON ("t1"."order_code" = "t0"."order_code" AND "t1"."line_no" = "t0"."line_no")
ORDER BY "t0"."id"
LIMIT 3
-- row: id 0, order_code_line_no_object { order_code 1, line_no 2, quantity 3, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ] } unless 1 is NULL
