EXPLAIN (FORMAT JSON)
SELECT 1
FROM "public"."item"
WHERE "name" = $1
-- $1 = 'a' (text)
-- next
SELECT "id"
FROM "public"."item"
WHERE "name" = $1
ORDER BY "item"."id"
LIMIT 6
OFFSET $2
-- $1 = 'a' (text)
-- $2 = 2 (bigint)
