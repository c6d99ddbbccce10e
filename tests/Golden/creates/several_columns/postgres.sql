UPDATE "public"."order_line"
SET "quantity" = $1
WHERE (("order_code" = $2 AND "line_no" = $3) AND "order_code" = $4)
RETURNING "order_code", "line_no", "quantity"
-- $1 = 2 (integer)
-- $2 = 'a' (varchar(8))
-- $3 = 1 (integer)
-- $4 = 'a' (varchar(8))
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
-- next
-- if no row was met:
SELECT "order_code", "line_no", "quantity"
FROM "public"."order_line"
WHERE ("order_code" = $1 AND "line_no" = $2)
-- $1 = 'a' (varchar(8))
-- $2 = 1 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
-- next
-- if it is absent:
INSERT INTO "public"."order_line" ("order_code", "line_no", "quantity")
VALUES ($1, $2, $3)
ON CONFLICT ("order_code", "line_no") DO NOTHING
RETURNING "order_code", "line_no", "quantity"
-- $1 = 'a' (varchar(8))
-- $2 = 1 (integer)
-- $3 = 2 (integer)
-- row: order_code 0, line_no 1, quantity 2; key 0, 1
