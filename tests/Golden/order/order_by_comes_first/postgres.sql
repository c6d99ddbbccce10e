SELECT "id"
FROM "public"."item"
ORDER BY "item"."name", "item"."price" DESC, "item"."note" DESC, "item"."id"
LIMIT 101
