SELECT "id"
FROM "public"."item"
WHERE ("id" = $1 AND ("id" = $2 OR "id" = $3) AND "name" ILIKE $4 ESCAPE '\')
ORDER BY "item"."id"
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- $3 = 3 (bigint)
-- $4 = '%x%' (text)
