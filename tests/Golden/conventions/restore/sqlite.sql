UPDATE `main`.`task`
SET `deleted_at` = $1, `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE `id` = $2
RETURNING `id`
-- $1 = NULL (timestamp with time zone)
-- $2 = 7 (bigint)
