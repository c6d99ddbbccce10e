SELECT "id"
FROM "public"."kinds"
WHERE ("json" #> $1)::jsonb ?& $2
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = ['b'] (text list)
