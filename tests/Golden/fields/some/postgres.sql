SELECT "name", "id"
FROM "public"."item"
ORDER BY "id"
LIMIT 100
