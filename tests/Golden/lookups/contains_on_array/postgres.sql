SELECT "id"
FROM "public"."kinds"
WHERE "array" @> $1
ORDER BY "kinds"."id"
LIMIT 100
-- $1 = ['red'] (text[])
