SELECT "id", "boolean", "int16", "int32", "int64", "decimal", "single", "double", "text", "uuid", "date", "time", "timestamp", "timestamptz", "interval", "json", "bytes", "enum", "array", "other"::text, "others"::text[]
FROM "public"."kinds"
ORDER BY "kinds"."id"
LIMIT 101
