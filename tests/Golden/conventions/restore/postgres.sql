UPDATE "public"."task"
SET "deleted_at" = $1, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE "id" = $2
RETURNING "id"
-- $1 = NULL (timestamp with time zone)
-- $2 = 7 (bigint)
