SELECT "id"
FROM "public"."kinds"
WHERE CASE jsonb_typeof(("json" #> $1)::jsonb) WHEN 'string' THEN ("json" #>> $1) END ILIKE $2 ESCAPE '\'
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['a'] (text list)
-- $2 = '%x%' (text)
