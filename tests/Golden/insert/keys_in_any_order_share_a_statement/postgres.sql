INSERT INTO "public"."person" ("name", "email")
VALUES ($1, $2), ($3, $4)
RETURNING "id", "name", "email"
-- $1 = 'a' (text)
-- $2 = '1' (text)
-- $3 = 'b' (text)
-- $4 = '2' (text)
