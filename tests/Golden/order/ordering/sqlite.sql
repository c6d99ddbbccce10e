SELECT "id", "name", "email"
FROM "main"."person"
ORDER BY "email" DESC NULLS FIRST, "name", "id"
LIMIT 100
