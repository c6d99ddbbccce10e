SELECT "id"
FROM "public"."kinds"
WHERE CASE jsonb_typeof(("json" #> $1)::jsonb) WHEN 'string' THEN ("json" #>> $1) END = ANY ($2)
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = ['x', 'y'] (text list)
