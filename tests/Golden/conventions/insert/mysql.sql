INSERT INTO `shop`.`task` (`title`, `updated_at`)
VALUES ($1, CURRENT_TIMESTAMP(6))
RETURNING `id`
-- $1 = 'x' (text)
-- next
INSERT INTO `shop`.`task` (`title`, `updated_at`)
VALUES ($1, $2)
RETURNING `id`
-- $1 = 'y' (text)
-- $2 = '2024-07-19 00:00:00' (timestamp)
