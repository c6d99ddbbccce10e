SELECT "Key", "key"
FROM "public"."twins"
WHERE ("Key" = $1 AND "key" = $2)
ORDER BY "twins"."Key"
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = 'a' (text)
