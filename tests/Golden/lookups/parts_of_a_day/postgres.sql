SELECT "id"
FROM "public"."kinds"
WHERE (extract(year FROM "date") >= $1 AND extract(isoyear FROM "date") >= $2 AND extract(quarter FROM "date") >= $3 AND extract(month FROM "date") >= $4 AND extract(week FROM "date") >= $5 AND extract(day FROM "date") >= $6 AND (extract(dow FROM "date") + 1) >= $7 AND extract(isodow FROM "date") >= $8)
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = 2024 (integer)
-- $2 = 2023 (integer)
-- $3 = 2 (integer)
-- $4 = 3 (integer)
-- $5 = 4 (integer)
-- $6 = 5 (integer)
-- $7 = 6 (integer)
-- $8 = 7 (integer)
