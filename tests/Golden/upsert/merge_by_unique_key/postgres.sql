INSERT INTO "public"."person" ("name", "email")
VALUES ($1, $2), ($3, $4)
ON CONFLICT ("email") DO UPDATE SET "name" = excluded."name"
RETURNING "id", "name", "email"
-- $1 = 'Ada' (text)
-- $2 = 'a' (text)
-- $3 = 'Bob' (text)
-- $4 = 'b' (text)
