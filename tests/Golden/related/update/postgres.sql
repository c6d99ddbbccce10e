UPDATE "public"."item" AS "t0"
SET "note" = $1
WHERE EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" = $2))
RETURNING "id", "name", "price", "note", "is_active", "created_at", "owner_id", "reviewer_id", "parent_id"
-- $1 = 'x' (text)
-- $2 = 'a' (text)
