SELECT "count"
FROM (SELECT count(*) AS "count"
FROM "public"."item") AS "item"
LIMIT 101
