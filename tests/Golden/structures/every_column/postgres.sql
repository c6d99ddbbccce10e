SELECT "id", "spot", CASE WHEN "priced" IS DISTINCT FROM NULL THEN ROW(("priced")."price"::text, ("priced")."spot") END, "period", "price"::text, "corner", "trail", "edge", "Geo".ST_AsGeoJSON("area", 15), "Geo".ST_AsGeoJSON("spread", 15)
FROM "public"."structures"
ORDER BY "structures"."id"
LIMIT 101
