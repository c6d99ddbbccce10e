INSERT INTO "public"."person" ("name")
VALUES ($1)
RETURNING "id"
-- $1 = 'a' (text)
-- row: ; key 0
-- next
-- once it is written:
SELECT "t0"."name", "t0"."id", ARRAY(SELECT ROW("t1"."id", "t1"."name", "t1"."price", "t1"."note", "t1"."is_active", "t1"."created_at", "t1"."owner_id", "t1"."reviewer_id", "t1"."parent_id")
FROM "public"."item" AS "t1"
WHERE "t1"."owner_id" = "t0"."id"
ORDER BY "t1"."id")
FROM "public"."person" AS "t0"
WHERE "t0"."id" = ANY ($1)
ORDER BY "t0"."id"
-- $1 = [1, 2] (bigint list)
-- row: name 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]; key 1
