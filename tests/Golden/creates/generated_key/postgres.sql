UPDATE "public"."invoice"
SET "number" = $1, "net" = $2
WHERE "id" = $3
RETURNING "net", "id"
-- $1 = 'n' (varchar(8))
-- $2 = '1.00' (numeric(10,2))
-- $3 = 7 (bigint)
-- row: net 0; key 1
