SELECT "id"
FROM "main"."item"
WHERE "name" LIKE $1 ESCAPE '\'
ORDER BY "id"
LIMIT 100
-- $1 = '%a\\' (text)
