SELECT "id"
FROM "public"."kinds"
WHERE "json"::jsonb @> $1
ORDER BY "kinds"."id"
LIMIT 100
-- $1 = '{"a":1}' (jsonb)
