SELECT "id", "name", "email"
FROM "main"."person"
ORDER BY "name" DESC, "email" NULLS LAST, "id"
LIMIT 100
