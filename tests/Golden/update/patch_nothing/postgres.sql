SELECT "id"
FROM "public"."item"
WHERE "id" = $1
-- $1 = 7 (bigint)
