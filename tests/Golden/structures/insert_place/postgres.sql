INSERT INTO "public"."structures" ("id", "area", "spread")
VALUES ($1, $2::text::"Geo"."geometry", $3::text::"Geo"."geography")
RETURNING "id", "area", "spread"
-- $1 = 1 (integer)
-- $2 = 'SRID=4326;POINT(1 2)' (geometry)
-- $3 = NULL (geography)
-- row: id 0, area 1, spread 2; key 0
