-- before:
SELECT "order_code", "line_no", "quantity"
FROM "public"."order_line"
WHERE ("order_code" = $1 AND "line_no" = $2)
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
-- next
DELETE FROM "public"."order_line"
WHERE ("order_code" = $1 AND "line_no" = $2)
RETURNING "order_code", "line_no", "quantity"
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
