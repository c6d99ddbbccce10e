UPDATE `main`.`ticket`
SET `title` = $1, `token` = $2
WHERE `id` = $3
RETURNING `id`, `title`, `token`
-- $1 = 'x' (text)
-- $2 = 't' (text)
-- $3 = 1 (bigint)
