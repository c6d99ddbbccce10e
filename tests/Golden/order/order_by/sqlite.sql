SELECT "id", "name", "email"
FROM "main"."person"
ORDER BY "name", "id"
LIMIT 100
