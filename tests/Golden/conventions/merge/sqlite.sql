INSERT INTO `main`.`task` (`title`, `deleted_at`, `updated_at`)
VALUES ($1, $2, rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
ON CONFLICT (`title`) DO UPDATE SET `deleted_at` = excluded.`deleted_at`, `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
RETURNING `id`
-- $1 = 'x' (text)
-- $2 = NULL (timestamp with time zone)
-- row: id 0; key 0
