SELECT "created_at__date"
FROM (SELECT CAST("created_at" AT TIME ZONE 'UTC' AS date) AS "created_at__date"
FROM "public"."item"
GROUP BY CAST("created_at" AT TIME ZONE 'UTC' AS date)) AS "item"
ORDER BY "item"."created_at__date"
LIMIT 6
