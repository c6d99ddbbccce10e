SELECT "t0"."id"
FROM "public"."item" AS "t0"
WHERE ("t0"."name" ILIKE $1 ESCAPE '\' OR "t0"."note" ILIKE $2 ESCAPE '\' OR to_tsvector("t0"."name") @@ plainto_tsquery($3) OR "t0"."note" ~* $4 OR EXISTS (SELECT 1 FROM "public"."person" AS "t1" WHERE ("t1"."id" = "t0"."owner_id" AND "t1"."name" ILIKE $5 ESCAPE '\')))
ORDER BY "t0"."id"
LIMIT 101
-- $1 = 'x%' (text)
-- $2 = 'x' (text)
-- $3 = 'x' (text)
-- $4 = 'x' (text)
-- $5 = '%x%' (text)
