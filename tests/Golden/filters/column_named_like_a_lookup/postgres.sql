SELECT "Id", "limit", "size__gte", "say ""hi""; --"
FROM "public"."Odd ""Table"""
WHERE ("size__gte" = $1 AND "size__gte" < $2)
ORDER BY "Odd ""Table"""."Id"
LIMIT 101
-- $1 = 3 (integer)
-- $2 = 9 (integer)
