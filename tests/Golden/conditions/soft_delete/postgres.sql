-- before:
SELECT "id", "title", "created_at", "updated_at", "deleted_at"
FROM "public"."task"
WHERE ("id" = $1 AND "deleted_at" IS NULL)
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE "public"."task"
SET "deleted_at" = CURRENT_TIMESTAMP, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE ("id" = $1 AND "deleted_at" IS NULL)
-- $1 = 7 (bigint)
