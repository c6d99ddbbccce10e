SELECT "id"
FROM "public"."structures"
WHERE "area" OPERATOR("Geo".=) $1::text::"Geo"."geometry"
ORDER BY "structures"."id"
LIMIT 101
-- $1 = 'SRID=4326;POINT(1 2)' (geometry)
