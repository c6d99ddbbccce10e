SELECT "order_code", "line_no", "quantity"
FROM "public"."order_line"
ORDER BY "order_line"."line_no" DESC, "order_line"."order_code"
LIMIT 101
