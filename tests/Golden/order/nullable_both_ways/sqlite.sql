SELECT "id"
FROM "main"."item"
ORDER BY "note" NULLS LAST, "parent_id" DESC NULLS FIRST, "id"
LIMIT 100
