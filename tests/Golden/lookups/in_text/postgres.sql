SELECT "id"
FROM "public"."item"
WHERE "name" = ANY ($1)
ORDER BY "item"."id"
LIMIT 101
-- $1 = ['a', '', 'b'] (text list)
