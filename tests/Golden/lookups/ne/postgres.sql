SELECT "id"
FROM "public"."item"
WHERE "note" <> $1
ORDER BY "item"."id"
LIMIT 101
-- $1 = 'x' (text)
