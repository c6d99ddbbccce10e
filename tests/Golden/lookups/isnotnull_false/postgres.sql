SELECT "id"
FROM "public"."item"
WHERE NOT (NOT ("note" IS NULL))
ORDER BY "item"."id"
LIMIT 101
