SELECT "id"
FROM "public"."item"
WHERE ("id" = ANY ($1) OR "name" = ANY ($2) OR "price" BETWEEN $3 AND $4 OR NOT ("id" = ANY ($5)) OR "id" = ANY ($6))
ORDER BY "item"."id"
LIMIT 101
-- $1 = [1, 2, 3] (bigint list)
-- $2 = ['a,b', 'c,d'] (text list)
-- $3 = '1' (numeric(10,2))
-- $4 = '2' (numeric(10,2))
-- $5 = [] (bigint list)
-- $6 = [7, 8] (bigint list)
