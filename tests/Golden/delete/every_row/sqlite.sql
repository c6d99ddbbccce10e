DELETE FROM "main"."log"
