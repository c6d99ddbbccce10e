SELECT "id", "name", "price", "note", "is_active", "created_at", "owner_id", "reviewer_id", "parent_id"
FROM "public"."item"
ORDER BY "item"."id"
LIMIT 101
