SELECT "id"
FROM "public"."structures"
WHERE ("spot" = $1::"public"."spot" AND NOT ("spot" IS NOT DISTINCT FROM NULL))
ORDER BY "structures"."id"
LIMIT 101
-- $1 = ('a', 1) (spot)
