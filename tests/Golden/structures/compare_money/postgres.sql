SELECT "id"
FROM "public"."structures"
WHERE ("price" = $1::"pg_catalog"."money" AND "price" = ANY ($2::"pg_catalog"."money"[]))
ORDER BY "structures"."id"
LIMIT 101
-- $1 = '1.00' (money)
-- $2 = ['1.00', '2.00'] (money list)
