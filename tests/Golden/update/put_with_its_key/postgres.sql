UPDATE "public"."person"
SET "name" = $1, "email" = DEFAULT
WHERE ("id" = $2 AND "id" = $3)
RETURNING "id", "name", "email"
-- $1 = 'Ada' (text)
-- $2 = 1 (bigint)
-- $3 = 1 (bigint)
-- next
-- if no row was met:
SELECT "id", "name", "email"
FROM "public"."person"
WHERE "id" = $1
-- $1 = 1 (bigint)
