INSERT INTO "public"."person" ("id", "name")
VALUES ($1, $2)
ON CONFLICT DO NOTHING
RETURNING "id", "name", "email"
-- $1 = 1 (bigint)
-- $2 = 'a' (text)
-- row: id 0, name 1, email 2; key 0
