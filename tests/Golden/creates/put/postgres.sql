UPDATE "public"."task"
SET "title" = $1, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE ("id" = $2 AND "deleted_at" IS NULL)
RETURNING "title", "id"
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
-- row: title 0; key 1
-- next
-- if it is absent:
INSERT INTO "public"."task" ("id", "title", "updated_at")
VALUES ($1, $2, (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'))
ON CONFLICT ("id") DO NOTHING
RETURNING "title", "id"
-- $1 = 7 (bigint)
-- $2 = 'x' (text)
-- row: title 0; key 1
