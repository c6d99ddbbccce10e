SELECT "name", "price", "id"
FROM "public"."item"
ORDER BY "item"."price" DESC, "item"."id"
LIMIT 101
-- row: name 0; key 1, 2
