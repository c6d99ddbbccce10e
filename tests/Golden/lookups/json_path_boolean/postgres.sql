SELECT "id"
FROM "public"."kinds"
WHERE CASE jsonb_typeof(("json" #> $1)::jsonb) WHEN 'boolean' THEN ("json" #>> $1)::boolean END = $2
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = true (boolean)
