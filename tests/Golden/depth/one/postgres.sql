SELECT "id"
FROM "public"."item"
ORDER BY "item"."id"
LIMIT 101
