SELECT count(*)
FROM "public"."item" AS "t0"
WHERE "t0"."name" LIKE $1 ESCAPE '\'
-- $1 = 'a%' (text)
-- next
SELECT "t0"."name", "t1"."id", "t1"."name", "t1"."email", "t2"."id", "t2"."name", "t2"."price", "t2"."note", "t2"."is_active", "t2"."created_at", "t2"."owner_id", "t2"."reviewer_id", "t2"."parent_id", "t3"."id", "t3"."name", "t3"."email"
FROM "public"."item" AS "t0"
LEFT JOIN "public"."person" AS "t1" ON "t1"."id" = "t0"."owner_id"
LEFT JOIN "public"."item" AS "t2" ON "t2"."id" = "t0"."parent_id"
LEFT JOIN "public"."person" AS "t3" ON "t3"."id" = "t0"."reviewer_id"
WHERE "t0"."name" LIKE $1 ESCAPE '\'
ORDER BY "t0"."price" DESC, "t0"."id"
LIMIT 4
-- $1 = 'a%' (text)
-- row: name 0, owner_id_object { id 1, name 2, email 3 } unless 1 is NULL, parent_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12 } unless 4 is NULL, reviewer_id_object { id 13, name 14, email 15 } unless 13 is NULL
