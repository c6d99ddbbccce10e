SELECT "id"
FROM "public"."item"
WHERE "name" = $1
ORDER BY "item"."id"
LIMIT 101
-- $1 = 'Lamp' (text)
