WITH "chosen" AS MATERIALIZED (
SELECT "job"."id"
FROM "public"."job"
WHERE ("queue" = $1 AND ("claimed_until" IS NULL OR "claimed_until" <= CURRENT_TIMESTAMP))
ORDER BY "job"."claimed_until" NULLS FIRST, "job"."id"
LIMIT 1
FOR UPDATE SKIP LOCKED
)
UPDATE "public"."job"
SET "claimed_until" = $2, "claimed_by" = $3
WHERE "id" IN (SELECT "id" FROM "chosen")
RETURNING "id"
-- $1 = 'main' (text)
-- $2 = '2099-01-01 00:00:00' (timestamp with time zone)
-- $3 = 'w1' (text)
