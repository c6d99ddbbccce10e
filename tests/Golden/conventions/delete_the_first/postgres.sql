WITH "chosen" AS MATERIALIZED (
SELECT "task"."id"
FROM "public"."task"
WHERE ("title" LIKE $1 ESCAPE '\' AND "deleted_at" IS NULL)
ORDER BY "task"."updated_at", "task"."id"
LIMIT 5
FOR UPDATE
)
UPDATE "public"."task"
SET "deleted_at" = CURRENT_TIMESTAMP, "updated_at" = (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')
WHERE "id" IN (SELECT "id" FROM "chosen")
-- $1 = 'a%' (text)
