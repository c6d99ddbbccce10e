UPDATE "public"."task"
SET "title" = $1, "deleted_at" = $2, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE "id" = $3
RETURNING "id"
-- $1 = 'x' (text)
-- $2 = '2024-07-19 03:45:00' (timestamp with time zone)
-- $3 = 7 (bigint)
