UPDATE `main`.`task`
SET `title` = $1, `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE (`id` = $2 AND `deleted_at` IS NULL)
RETURNING `title`, `id`
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
-- row: title 0; key 1
-- next
-- if it is absent:
INSERT INTO `main`.`task` (`id`, `title`, `updated_at`)
VALUES ($1, $2, rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
ON CONFLICT (`id`) DO NOTHING
RETURNING `title`, `id`
-- $1 = 7 (bigint)
-- $2 = 'x' (text)
-- row: title 0; key 1
