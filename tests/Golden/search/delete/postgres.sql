DELETE FROM "public"."person"
WHERE ("name" ILIKE $1 ESCAPE '\' OR "email" ILIKE $2 ESCAPE '\')
-- $1 = '%x%' (text)
-- $2 = '%x%' (text)
