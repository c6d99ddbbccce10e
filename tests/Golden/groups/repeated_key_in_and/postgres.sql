SELECT "id"
FROM "public"."item"
WHERE ("name" LIKE $1 ESCAPE '\' AND "name" LIKE $2 ESCAPE '\')
ORDER BY "item"."id"
LIMIT 101
-- $1 = '%a%' (text)
-- $2 = '%b%' (text)
