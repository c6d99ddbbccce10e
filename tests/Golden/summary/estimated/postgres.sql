EXPLAIN (FORMAT JSON)
SELECT 1
FROM (SELECT "name" AS "name", count(*) AS "count"
FROM "public"."item"
GROUP BY "name") AS "item"
WHERE "count" > $1
-- $1 = 1 (bigint)
-- next
SELECT "name", "count"
FROM (SELECT "name" AS "name", count(*) AS "count"
FROM "public"."item"
GROUP BY "name") AS "item"
WHERE "count" > $1
ORDER BY "item"."name"
LIMIT 101
-- $1 = 1 (bigint)
