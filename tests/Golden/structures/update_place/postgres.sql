UPDATE "public"."structures"
SET "spread" = $1::text::"Geo"."geography"
WHERE "id" = $2
RETURNING "spread"
-- $1 = 'SRID=4326;POINT(1 2)' (geography)
-- $2 = 1 (integer)
