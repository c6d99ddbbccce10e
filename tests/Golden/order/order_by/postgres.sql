SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "name", "id"
LIMIT 100
