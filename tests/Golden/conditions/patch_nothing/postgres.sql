-- before:
SELECT "id", "name", "price", "note", "is_active", "created_at", "owner_id", "reviewer_id", "parent_id"
FROM "public"."item"
WHERE "id" = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
SELECT "id"
FROM "public"."item"
WHERE "id" = $1
-- $1 = 7 (bigint)
