SELECT "id"
FROM "main"."item"
WHERE NOT ("name" LIKE $1 ESCAPE '\')
ORDER BY "id"
LIMIT 100
-- $1 = 'L%' (text)
