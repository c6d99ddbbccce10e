SELECT "id"
FROM "main"."item"
WHERE "note" IS NULL
ORDER BY "id"
LIMIT 100
