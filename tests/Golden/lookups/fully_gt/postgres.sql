SELECT "id"
FROM "public"."spell"
WHERE "during" >> $1
ORDER BY "spell"."id"
LIMIT 101
-- $1 = ['2024-01-01 00:00:00', '2024-02-01 00:00:00') (tstzrange)
