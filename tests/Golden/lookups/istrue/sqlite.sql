SELECT "id"
FROM "main"."item"
WHERE "is_active" IS TRUE
ORDER BY "id"
LIMIT 100
