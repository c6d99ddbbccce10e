SELECT "id"
FROM "public"."kinds"
WHERE "text" OPERATOR("tools".%>) $1
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = 'qick' (text)
