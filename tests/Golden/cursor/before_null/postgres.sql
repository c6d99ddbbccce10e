SELECT "id", "name"
FROM "archive"."item"
WHERE (NOT ("name" IS NULL) OR ("name" IS NULL AND "id" < $1))
ORDER BY "item"."name" DESC, "item"."id" DESC
LIMIT 3
-- $1 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
