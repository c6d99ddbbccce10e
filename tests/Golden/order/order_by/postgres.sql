SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."name", "person"."id"
LIMIT 101
