SELECT "created_at__year", "created_at__month", "is_active", "count"
FROM (SELECT extract(year FROM "created_at" AT TIME ZONE 'UTC') AS "created_at__year", extract(month FROM "created_at" AT TIME ZONE 'UTC') AS "created_at__month", "is_active" AS "is_active", count(*) AS "count"
FROM "public"."item"
GROUP BY extract(year FROM "created_at" AT TIME ZONE 'UTC'), extract(month FROM "created_at" AT TIME ZONE 'UTC'), "is_active") AS "item"
WHERE "created_at__year" >= $1
ORDER BY "item"."created_at__year" DESC, "item"."created_at__month", "item"."is_active"
LIMIT 101
-- $1 = '2020' (numeric)
