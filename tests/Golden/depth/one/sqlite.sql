SELECT "id"
FROM "main"."item"
ORDER BY "id"
LIMIT 100
