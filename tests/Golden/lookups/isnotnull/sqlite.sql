SELECT "id"
FROM "main"."item"
WHERE NOT ("note" IS NULL)
ORDER BY "id"
LIMIT 100
