SELECT "at", "message"
FROM "public"."log"
ORDER BY "log"."at" DESC
LIMIT 101
