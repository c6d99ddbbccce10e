INSERT INTO `main`.`task` (`title`, `updated_at`)
VALUES ($1, rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
ON CONFLICT (`title`) DO NOTHING
RETURNING `id`
-- $1 = 'x' (text)
