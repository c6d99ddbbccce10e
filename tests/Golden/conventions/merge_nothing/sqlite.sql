INSERT INTO `main`.`task` (`title`, `updated_at`)
VALUES ($1, rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
ON CONFLICT (`title`) DO UPDATE SET `title` = excluded.`title`
RETURNING `id`
-- $1 = 'x' (text)
-- row: id 0; key 0
