UPDATE "public"."item"
SET "name" = $1, "owner_id" = $2, "price" = DEFAULT, "note" = DEFAULT, "is_active" = DEFAULT, "reviewer_id" = DEFAULT, "parent_id" = DEFAULT
WHERE "id" = $3
RETURNING "id"
-- $1 = 'Lamp' (text)
-- $2 = 1 (bigint)
-- $3 = 7 (bigint)
