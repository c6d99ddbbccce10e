SELECT "id"
FROM "public"."kinds"
WHERE "array" <@ $1
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['red'] (text[])
