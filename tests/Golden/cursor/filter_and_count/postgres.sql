SELECT count(*)
FROM "archive"."item"
WHERE "name" = $1
-- $1 = 'x' (text)
-- next
SELECT "id", "name"
FROM "archive"."item"
WHERE ("name" = $1 AND "id" > $2)
ORDER BY "item"."id"
LIMIT 3
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
-- row: id 0, name 1; key 0
