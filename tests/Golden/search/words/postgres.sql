SELECT "id"
FROM "public"."person"
WHERE (("name" ILIKE $1 ESCAPE '\' OR "email" ILIKE $2 ESCAPE '\') AND ("name" ILIKE $3 ESCAPE '\' OR "email" ILIKE $4 ESCAPE '\'))
ORDER BY "person"."id"
LIMIT 101
-- $1 = '%ann%' (text)
-- $2 = '%ann%' (text)
-- $3 = '%van dyk%' (text)
-- $4 = '%van dyk%' (text)
