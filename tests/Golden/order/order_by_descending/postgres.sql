SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."name" DESC, "person"."email" DESC, "person"."id"
LIMIT 101
