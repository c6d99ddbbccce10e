SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "name" DESC, "email", "id"
LIMIT 100
