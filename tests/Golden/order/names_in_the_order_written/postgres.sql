SELECT "id"
FROM "public"."item"
ORDER BY "name", "price" DESC, "note" DESC, "id"
LIMIT 100
