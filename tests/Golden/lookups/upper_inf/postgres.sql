SELECT "id"
FROM "public"."spell"
WHERE upper_inf("during") = $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = true (boolean)
