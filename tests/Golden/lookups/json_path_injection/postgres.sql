SELECT "id"
FROM "public"."kinds"
WHERE CASE jsonb_typeof(("json" #> $1)::jsonb) WHEN 'number' THEN ("json" #>> $1)::numeric END = $2
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = ['"; DROP TABLE item;--'] (text list)
-- $2 = '1' (number)
