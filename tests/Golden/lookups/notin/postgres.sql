SELECT "id"
FROM "public"."item"
WHERE NOT ("id" = ANY ($1))
ORDER BY "item"."id"
LIMIT 101
-- $1 = [1, 2] (bigint list)
