SELECT "id"
FROM "public"."kinds"
WHERE (jsonb_typeof(("json" #> $1)::jsonb) = 'null') = $2
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = true (boolean)
