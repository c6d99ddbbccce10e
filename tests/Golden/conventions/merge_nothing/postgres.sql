INSERT INTO "public"."task" ("title", "updated_at")
VALUES ($1, (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'))
ON CONFLICT ("title") DO UPDATE SET "title" = excluded."title"
RETURNING "id"
-- $1 = 'x' (text)
-- row: id 0; key 0
