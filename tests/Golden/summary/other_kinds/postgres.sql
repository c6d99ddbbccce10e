SELECT "other"::text, "enum", "sum_single", "sum_int16"
FROM (SELECT "other" AS "other", "enum" AS "enum", sum(CAST("single" AS double precision)) AS "sum_single", sum("int16") AS "sum_int16"
FROM "public"."kinds"
GROUP BY "other", "enum") AS "kinds"
ORDER BY "kinds"."other", "kinds"."enum"
LIMIT 101
