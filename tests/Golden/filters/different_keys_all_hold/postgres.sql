SELECT "id"
FROM "public"."item"
WHERE ("name" = $1 AND "price" >= $2 AND "note" IS NULL)
ORDER BY "item"."id"
LIMIT 101
-- $1 = 'a' (text)
-- $2 = '1' (numeric(10,2))
