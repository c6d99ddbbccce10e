SELECT "id"
FROM "main"."item"
WHERE NOT (NOT ("note" IS NULL))
ORDER BY "id"
LIMIT 100
