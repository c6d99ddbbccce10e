UPDATE "public"."preset"
SET "required" = $1, "label" = DEFAULT, "count" = DEFAULT, "ratio" = DEFAULT, "flag" = DEFAULT, "born" = DEFAULT, "plain" = DEFAULT
WHERE "id" = $2
RETURNING "id", "required", "label", "count", "ratio", "flag", "born", "plain"
-- $1 = 'x' (text)
-- $2 = 1 (bigint)
