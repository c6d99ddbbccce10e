SELECT "id"
FROM "public"."kinds"
WHERE CASE cardinality("array") WHEN 0 THEN 0 ELSE array_length("array", 1) END = $1
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = 3 (integer)
