SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "id" DESC, "name"
LIMIT 100
