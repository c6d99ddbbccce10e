SELECT "id"
FROM "public"."kinds"
WHERE "array" @> $1
ORDER BY "id"
LIMIT 100
-- $1 = ['red'] (text[])
