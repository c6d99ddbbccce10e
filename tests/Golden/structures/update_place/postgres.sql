UPDATE "public"."structures"
SET "spread" = "Geo".ST_GeomFromGeoJSON($1::text)::"Geo"."geography"
WHERE "id" = $2
RETURNING "Geo".ST_AsGeoJSON("spread", 15)
-- $1 = '{"type":"Point","coordinates":[1,2]}' (geography)
-- $2 = 1 (integer)
