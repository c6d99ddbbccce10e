SELECT "id"
FROM "public"."kinds"
WHERE to_tsvector("text") @@ websearch_to_tsquery($1)
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = 'quick -fox' (text)
