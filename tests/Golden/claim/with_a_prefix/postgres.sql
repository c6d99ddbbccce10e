WITH "chosen" AS MATERIALIZED (
SELECT "job"."id"
FROM "public"."job"
WHERE ("checker_claimed_until" IS NULL OR "checker_claimed_until" <= (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'))
ORDER BY "job"."checker_claimed_until" NULLS FIRST, "job"."id"
LIMIT 1
FOR UPDATE SKIP LOCKED
)
UPDATE "public"."job"
SET "checker_claimed_until" = $1
WHERE "id" IN (SELECT "id" FROM "chosen")
RETURNING "id"
-- $1 = '2099-01-01 00:00:00' (timestamp)
