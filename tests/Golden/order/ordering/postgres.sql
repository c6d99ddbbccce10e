SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "email" DESC, "name", "id"
LIMIT 100
