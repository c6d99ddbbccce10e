UPDATE "public"."task"
SET "title" = $1, "deleted_at" = $2, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE (("id" = $3 AND "deleted_at" IS NULL) AND "id" = $4)
RETURNING "id"
-- $1 = 'x' (text)
-- $2 = NULL (timestamp with time zone)
-- $3 = 7 (bigint)
-- $4 = 7 (bigint)
-- next
-- if no row was met:
SELECT "id"
FROM "public"."task"
WHERE ("id" = $1 AND "deleted_at" IS NULL)
-- $1 = 7 (bigint)
