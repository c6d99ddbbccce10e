SELECT "id"
FROM "public"."item"
ORDER BY "note", "parent_id" DESC, "id"
LIMIT 100
