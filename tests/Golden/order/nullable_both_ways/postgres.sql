SELECT "id"
FROM "public"."item"
ORDER BY "item"."note", "item"."parent_id" DESC, "item"."id"
LIMIT 101
