-- before:
SELECT "id", "name", "price", "note", "is_active", "created_at", "owner_id", "reviewer_id", "parent_id"
FROM "public"."item"
WHERE "id" = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE "public"."item"
SET "note" = $1
WHERE "id" = $2
RETURNING "id"
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
