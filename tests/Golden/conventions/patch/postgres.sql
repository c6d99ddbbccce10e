UPDATE "public"."task"
SET "title" = $1, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE ("id" = $2 AND "deleted_at" IS NULL)
RETURNING "id"
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
