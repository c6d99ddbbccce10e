SELECT "Id", "limit", "size__gte", "say ""hi""; --"
FROM "public"."Odd ""Table"""
WHERE "limit" = $1
ORDER BY "Odd ""Table"""."Id"
LIMIT 6
-- $1 = 3 (integer)
