SELECT "id"
FROM "public"."spell"
WHERE lower_inf("during") = $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = false (boolean)
