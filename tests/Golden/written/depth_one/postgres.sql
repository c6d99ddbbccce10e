UPDATE "public"."item"
SET "note" = $1
WHERE "id" = $2
RETURNING "id"
-- $1 = 'n' (text)
-- $2 = 7 (bigint)
