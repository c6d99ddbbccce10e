SELECT "id"
FROM "public"."item"
WHERE "is_active" IS FALSE
ORDER BY "id"
LIMIT 100
