SELECT "id"
FROM "main"."item"
WHERE relata_fold("name") LIKE relata_fold($1) ESCAPE '\'
ORDER BY "id"
LIMIT 100
-- $1 = 'l%' (text)
