INSERT INTO "public"."task" ("title", "updated_at")
VALUES ($1, (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'))
ON CONFLICT ("title") DO NOTHING
RETURNING "id"
-- $1 = 'x' (text)
