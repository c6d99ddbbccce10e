SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "id"
LIMIT 0
