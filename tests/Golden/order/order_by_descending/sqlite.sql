SELECT "id", "name", "email"
FROM "main"."person"
ORDER BY "name" DESC, "email" DESC NULLS FIRST, "id"
LIMIT 100
