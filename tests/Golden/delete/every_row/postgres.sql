DELETE FROM "public"."log"
