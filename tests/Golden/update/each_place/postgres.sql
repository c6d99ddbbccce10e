UPDATE "public"."structures" AS "t0"
SET "spot" = "t1"."column2", "area" = "t1"."column3"
FROM (VALUES ($1::"pg_catalog"."int4", $2::"public"."spot", $3::text::"Geo"."geometry"), ($4, $5, $6::text::"Geo"."geometry")) AS "t1"
WHERE ("t0"."id" = "t1"."column1")
-- $1 = 1 (integer)
-- $2 = ('a', 1) (spot)
-- $3 = 'SRID=4326;POINT(1 2)' (geometry)
-- $4 = 2 (integer)
-- $5 = NULL (spot)
-- $6 = NULL (geometry)
-- next
SELECT "t0"."id"
FROM (VALUES (0, $1::"pg_catalog"."int4"), (1, $2)) AS "t1"
LEFT JOIN "public"."structures" AS "t0" ON ("t0"."id" = "t1"."column2")
ORDER BY "t1"."column1"
-- $1 = 1 (integer)
-- $2 = 2 (integer)
-- row: id 0; key 0
