SELECT "t0"."order_code", "t0"."line_no", "t0"."quantity", ARRAY(SELECT ROW("t1"."id", "t1"."order_code", "t1"."line_no", "t1"."shipped_on")
FROM "public"."shipment" AS "t1"
WHERE ("t1"."order_code" = "t0"."order_code" AND "t1"."line_no" = "t0"."line_no")
ORDER BY "t1"."id")
FROM "public"."order_line" AS "t0"
ORDER BY "t0"."order_code", "t0"."line_no"
LIMIT 101
-- row: order_code 0, line_no 1, quantity 2, referenced_by_shipment_order_code_line_no_objects [ id 0, order_code 1, line_no 2, shipped_on 3 ]
