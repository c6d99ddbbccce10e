UPDATE "public"."item"
SET "is_active" = $1
WHERE "name" LIKE $2 ESCAPE '\'
RETURNING "id"
-- $1 = false (boolean)
-- $2 = '%old%' (text)
