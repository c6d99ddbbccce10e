SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."id"
LIMIT 101
