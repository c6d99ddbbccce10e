SELECT "id"
FROM "public"."structures"
WHERE "area" = "Geo".ST_GeomFromGeoJSON($1::text)::"Geo"."geometry"
ORDER BY "structures"."id"
LIMIT 101
-- $1 = '{"type":"Point","coordinates":[1,2]}' (geometry)
