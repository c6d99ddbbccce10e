SELECT "id"
FROM "public"."kinds"
WHERE ("json" #> $1) IS NULL
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['a'] (text list)
