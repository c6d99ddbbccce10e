INSERT INTO "public"."structures" ("id", "area", "spread")
VALUES ($1, "Geo".ST_GeomFromGeoJSON($2::text)::"Geo"."geometry", "Geo".ST_GeomFromGeoJSON($3::text)::"Geo"."geography")
RETURNING "id", "Geo".ST_AsGeoJSON("area", 15), "Geo".ST_AsGeoJSON("spread", 15)
-- $1 = 1 (integer)
-- $2 = '{"type":"Point","coordinates":[1,2]}' (geometry)
-- $3 = NULL (geography)
-- row: id 0, area 1, spread 2; key 0
