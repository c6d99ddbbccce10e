INSERT INTO "public"."person" ("name")
VALUES ($1), ($2)
RETURNING "id", "name", "email"
-- $1 = 'a' (text)
-- $2 = 'b' (text)
-- next
INSERT INTO "public"."person" ("name", "email")
VALUES ($1, $2)
RETURNING "id", "name", "email"
-- $1 = 'c' (text)
-- $2 = 'c' (text)
-- next
INSERT INTO "public"."person" ("name")
VALUES ($1)
RETURNING "id", "name", "email"
-- $1 = 'd' (text)
