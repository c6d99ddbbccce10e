SELECT "id"
FROM "public"."item"
WHERE NOT (NOT ("note" IS NULL))
ORDER BY "id"
LIMIT 100
