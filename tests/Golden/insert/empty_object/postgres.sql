INSERT INTO "public"."log"
DEFAULT VALUES
RETURNING "at", "message"
