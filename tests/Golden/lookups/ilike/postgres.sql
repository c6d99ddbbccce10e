SELECT "id"
FROM "public"."item"
WHERE "name" ILIKE $1 ESCAPE '\'
ORDER BY "item"."id"
LIMIT 101
-- $1 = 'l%' (text)
