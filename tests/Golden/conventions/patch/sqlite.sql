UPDATE `main`.`task`
SET `title` = $1, `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE (`id` = $2 AND `deleted_at` IS NULL)
RETURNING `id`
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
