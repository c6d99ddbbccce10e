UPDATE "public"."ticket"
SET "title" = $1, "token" = DEFAULT
WHERE "id" = $2
RETURNING "id", "title", "token"
-- $1 = 'x' (text)
-- $2 = 1 (bigint)
