SELECT "at", "message"
FROM "main"."log"
ORDER BY "at" DESC
LIMIT 100
