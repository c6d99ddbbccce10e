SELECT "id", "name", "email"
FROM "main"."person"
ORDER BY "id"
LIMIT 100
