UPDATE "public"."order_line"
SET "quantity" = DEFAULT
WHERE ("order_code" = $1 AND "line_no" = $2)
RETURNING "order_code", "line_no", "quantity"
-- $1 = 'A' (varchar(8))
-- $2 = 1 (integer)
