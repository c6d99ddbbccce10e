SELECT "id", "spot", CASE WHEN "priced" IS DISTINCT FROM NULL THEN ROW(("priced")."price"::text, ("priced")."spot") END, "period", "price"::text, "corner", "trail", "edge", "area", "spread"
FROM "public"."structures"
ORDER BY "structures"."id"
LIMIT 101
