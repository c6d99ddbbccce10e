SELECT "id", "spot"
FROM "public"."structures"
WHERE ("spot", "id") < ($1::"public"."spot", $2)
ORDER BY "structures"."spot" DESC, "structures"."id" DESC
LIMIT 3
-- $1 = ('a', 1) (spot)
-- $2 = 7 (integer)
-- row: id 0; key 1, 0
