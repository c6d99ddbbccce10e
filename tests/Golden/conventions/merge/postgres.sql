INSERT INTO "public"."task" ("title", "deleted_at", "updated_at")
VALUES ($1, $2, (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'))
ON CONFLICT ("title") DO UPDATE SET "deleted_at" = excluded."deleted_at", "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
RETURNING "id"
-- $1 = 'x' (text)
-- $2 = NULL (timestamp with time zone)
-- row: id 0; key 0
