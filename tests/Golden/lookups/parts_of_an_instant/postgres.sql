SELECT "id"
FROM "public"."kinds"
WHERE (CAST("timestamptz" AT TIME ZONE 'UTC' AS date) = $1 AND CAST("timestamptz" AT TIME ZONE 'UTC' AS time) < $2 AND extract(hour FROM "timestamptz" AT TIME ZONE 'UTC') = $3 AND extract(minute FROM "timestamptz" AT TIME ZONE 'UTC') = $4 AND floor(extract(second FROM "timestamptz" AT TIME ZONE 'UTC')) = ANY ($5) AND extract(year FROM CAST("timestamptz" AT TIME ZONE 'UTC' AS date)) = $6)
ORDER BY "kinds"."id"
LIMIT 101
-- $1 = '2024-07-19' (date)
-- $2 = '12:00:00' (time)
-- $3 = 5 (integer)
-- $4 = 6 (integer)
-- $5 = [7, 8] (integer list)
-- $6 = 2024 (integer)
