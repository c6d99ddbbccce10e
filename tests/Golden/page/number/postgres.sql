SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."id"
LIMIT 21
OFFSET $1
-- $1 = 40 (bigint)
