SELECT "id"
FROM "public"."item"
WHERE "name" LIKE $1 ESCAPE '\'
ORDER BY "item"."id"
LIMIT 101
-- $1 = 'La%' (text)
