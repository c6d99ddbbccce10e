SELECT "order_code", "line_no", "quantity"
FROM "main"."order_line"
ORDER BY "line_no" DESC, "order_code"
LIMIT 100
