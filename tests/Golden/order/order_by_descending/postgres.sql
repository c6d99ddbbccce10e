SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "name" DESC, "email" DESC, "id"
LIMIT 100
