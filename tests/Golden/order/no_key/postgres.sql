SELECT "at", "message"
FROM "public"."log"
ORDER BY "at" DESC
LIMIT 100
