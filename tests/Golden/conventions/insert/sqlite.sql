INSERT INTO `main`.`task` (`title`, `updated_at`)
VALUES ($1, rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
RETURNING `id`
-- $1 = 'x' (text)
-- next
INSERT INTO `main`.`task` (`title`, `updated_at`)
VALUES ($1, $2)
RETURNING `id`
-- $1 = 'y' (text)
-- $2 = '2024-07-19 00:00:00' (timestamp)
