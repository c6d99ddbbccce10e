SELECT "id"
FROM "public"."structures"
WHERE "edge" = $1
ORDER BY "structures"."id"
LIMIT 101
-- $1 = '[(1,2),(1,2)]' (lseg)
