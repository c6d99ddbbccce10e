SELECT "id", "name", "email"
FROM "main"."person"
ORDER BY "id" DESC, "name"
LIMIT 100
