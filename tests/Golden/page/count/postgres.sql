SELECT count(*)
FROM "public"."person"
WHERE "name" = $1
-- $1 = 'a' (text)
-- next
SELECT "id", "name", "email"
FROM "public"."person"
WHERE "name" = $1
ORDER BY "person"."id"
LIMIT 3
OFFSET $2
-- $1 = 'a' (text)
-- $2 = 4 (bigint)
