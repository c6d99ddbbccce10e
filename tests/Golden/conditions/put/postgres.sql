-- before:
SELECT "id", "name", "email"
FROM "public"."person"
WHERE "id" = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE "public"."person"
SET "name" = $1, "email" = DEFAULT
WHERE "id" = $2
RETURNING "id"
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
