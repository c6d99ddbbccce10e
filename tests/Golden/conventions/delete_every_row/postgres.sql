UPDATE "public"."task"
SET "deleted_at" = CURRENT_TIMESTAMP, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE "deleted_at" IS NULL
