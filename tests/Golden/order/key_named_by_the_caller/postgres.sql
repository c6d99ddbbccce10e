SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."id" DESC, "person"."name"
LIMIT 101
