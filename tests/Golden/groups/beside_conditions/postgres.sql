SELECT "id"
FROM "public"."item"
WHERE (("is_active" = $1 AND "name" = $2) AND ("id" = $3 OR "id" = $4) AND ("name" = $5 OR "note" = $6))
ORDER BY "item"."id"
LIMIT 101
-- $1 = true (boolean)
-- $2 = 'c' (text)
-- $3 = 1 (bigint)
-- $4 = 2 (bigint)
-- $5 = 'a' (text)
-- $6 = 'b' (text)
