SELECT "id"
FROM "public"."spell"
WHERE upper("times") < $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = '2024-01-01' (date)
