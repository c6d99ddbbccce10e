SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."name" DESC, "person"."email", "person"."id"
LIMIT 101
