SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."id"
LIMIT 3
-- row: id 0, name 1, email 2; key 0
