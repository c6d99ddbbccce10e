SELECT "id"
FROM "public"."spell"
WHERE lower_inc("during") = $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = true (boolean)
