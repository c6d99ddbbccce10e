UPDATE "public"."person"
SET "name" = $1, "email" = DEFAULT
WHERE "id" = $2
RETURNING "id"
-- $1 = 'b' (text)
-- $2 = 1 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT "t0"."id", ARRAY(SELECT ROW("t1"."id")
FROM "public"."item" AS "t1"
WHERE ("t1"."owner_id" = "t0"."id" AND "t1"."price" > $1)
ORDER BY "t1"."id"
LIMIT 3)
FROM "public"."person" AS "t0"
WHERE "t0"."id" = ANY ($2)
ORDER BY "t0"."id"
-- $1 = '2' (numeric(10,2))
-- $2 = [1, 2] (bigint list)
-- row: id 0, referenced_by_item_owner_id_objects [ id 0 ]; key 0
