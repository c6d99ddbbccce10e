SELECT "t0"."id", "t0"."item_id", "t1"."id", "t1"."name", ARRAY(SELECT ROW("t2"."id", "t2"."item_id")
FROM "archive"."receipt" AS "t2"
WHERE ("t2"."item_id" = "t1"."id" AND NOT ("t2"."id" = "t0"."id"))
ORDER BY "t2"."id")
FROM "archive"."receipt" AS "t0"
LEFT JOIN "archive"."item" AS "t1" ON "t1"."id" = "t0"."item_id"
ORDER BY "t0"."id"
LIMIT 101
-- row: id 0, item_id 1, item_id_object { id 2, name 3, referenced_by_receipt_item_id_objects [ id 0, item_id 1 ] } unless 2 is NULL; key 0
