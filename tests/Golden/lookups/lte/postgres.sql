SELECT "id"
FROM "public"."item"
WHERE "id" <= $1
ORDER BY "id"
LIMIT 100
-- $1 = 7 (bigint)
