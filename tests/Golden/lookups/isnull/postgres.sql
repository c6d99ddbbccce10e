SELECT "id"
FROM "public"."item"
WHERE "note" IS NULL
ORDER BY "item"."id"
LIMIT 101
