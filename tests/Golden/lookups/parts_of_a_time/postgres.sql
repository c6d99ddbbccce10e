SELECT "id"
FROM "public"."kinds"
WHERE (extract(hour FROM "time") = $1 AND CAST("timestamp" AS date) = $2 AND CAST("timestamp" AS time) IS NULL)
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = 5 (integer)
-- $2 = '2024-07-19' (date)
