SELECT "id"
FROM "public"."item"
WHERE "is_active" IS TRUE
ORDER BY "id"
LIMIT 100
