UPDATE "public"."job"
SET "claimed_until" = $1, "claimed_by" = $2
WHERE ("id" = $3 AND ("claimed_until" IS NULL OR "claimed_until" <= CURRENT_TIMESTAMP OR "claimed_by" = $2))
RETURNING "id"
-- $1 = '2099-01-01 00:00:00' (timestamp with time zone)
-- $2 = 'w1' (text)
-- $3 = 7 (bigint)
-- next
-- if no row was met:
SELECT "id", "queue", "claimed_until", "claimed_by", "checker_claimed_until"
FROM "public"."job"
WHERE "id" = $1
-- $1 = 7 (bigint)
