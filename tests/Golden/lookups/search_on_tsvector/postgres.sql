SELECT "id"
FROM "public"."spell"
WHERE "words" @@ plainto_tsquery($1)
ORDER BY "spell"."id"
LIMIT 101
-- $1 = 'fox' (text)
