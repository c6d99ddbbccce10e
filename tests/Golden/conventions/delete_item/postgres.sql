UPDATE "public"."task"
SET "deleted_at" = CURRENT_TIMESTAMP, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE ("id" = $1 AND "deleted_at" IS NULL)
-- $1 = 7 (bigint)
