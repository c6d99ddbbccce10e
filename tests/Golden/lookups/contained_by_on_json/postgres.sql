SELECT "id"
FROM "public"."kinds"
WHERE "json"::jsonb <@ $1
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = '{"a":1}' (jsonb)
