WITH "chosen" AS MATERIALIZED (
SELECT "order_line"."order_code", "order_line"."line_no"
FROM "public"."order_line"
WHERE "quantity" = $1
ORDER BY "order_line"."order_code", "order_line"."line_no"
OFFSET $2
)
DELETE FROM "public"."order_line"
WHERE (("order_code", "line_no") IN (SELECT "order_code", "line_no" FROM "chosen") AND "quantity" = $1)
-- $1 = 0 (integer)
-- $2 = 2 (bigint)
