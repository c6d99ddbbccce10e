SELECT "t0"."id", "t0"."item_id", "t1"."id", "t1"."name"
FROM "archive"."receipt" AS "t0"
LEFT JOIN "archive"."item" AS "t1" ON "t1"."id" = "t0"."item_id"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, item_id 1, item_id_object { id 2, name 3 } unless 2 is NULL
