SELECT "id"
FROM "public"."item"
WHERE "id" = ANY ($1)
ORDER BY "item"."id"
LIMIT 101
-- $1 = [3, 1, 2] (bigint list)
