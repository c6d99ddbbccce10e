SELECT "id"
FROM "public"."item"
WHERE "name" = ANY ($1)
ORDER BY "item"."id"
LIMIT 100
-- $1 = ['a', '', 'b'] (text list)
