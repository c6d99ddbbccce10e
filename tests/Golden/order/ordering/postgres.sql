SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."email" DESC, "person"."name", "person"."id"
LIMIT 101
