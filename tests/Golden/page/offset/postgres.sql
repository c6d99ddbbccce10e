SELECT "id", "name", "email"
FROM "public"."person"
ORDER BY "person"."id"
LIMIT 6
OFFSET $1
-- $1 = 10 (bigint)
