SELECT "id"
FROM "public"."item"
WHERE "note" IS NULL
ORDER BY "id"
LIMIT 100
