SELECT "id"
FROM "main"."item"
ORDER BY "name", "price" DESC, "note" DESC NULLS FIRST, "id"
LIMIT 100
