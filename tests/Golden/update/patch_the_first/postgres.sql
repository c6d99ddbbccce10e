WITH "chosen" AS MATERIALIZED (
SELECT "item"."id"
FROM "public"."item"
WHERE "is_active" = $1
ORDER BY "item"."reviewer_id", "item"."id"
LIMIT 2
OFFSET $2
FOR UPDATE
)
UPDATE "public"."item"
SET "note" = $3
WHERE "id" IN (SELECT "id" FROM "chosen")
RETURNING "id"
-- $1 = true (boolean)
-- $2 = 1 (bigint)
-- $3 = 'x' (text)
