SELECT "count_note", "count_distinct_note", "sum_id", "avg_id", "min_name", "max_created_at"
FROM (SELECT count("note") AS "count_note", count(DISTINCT "note") AS "count_distinct_note", sum("id") AS "sum_id", avg(CAST("id" AS double precision)) AS "avg_id", min("name") AS "min_name", max("created_at") AS "max_created_at"
FROM "public"."item") AS "item"
LIMIT 101
