SELECT "id"
FROM "public"."spell"
WHERE isempty("during") = $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = true (boolean)
