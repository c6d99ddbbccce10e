WITH "chosen" AS MATERIALIZED (
SELECT "job"."id"
FROM "public"."job"
WHERE ("claimed_until" IS NULL OR "claimed_until" <= CURRENT_TIMESTAMP)
ORDER BY "job"."claimed_until" NULLS FIRST, "job"."id"
LIMIT 5
FOR UPDATE SKIP LOCKED
)
UPDATE "public"."job"
SET "claimed_until" = $1, "claimed_by" = $2
WHERE "id" IN (SELECT "id" FROM "chosen")
RETURNING "id"
-- $1 = '2099-01-01 00:00:00' (timestamp with time zone)
-- $2 = NULL (text)
