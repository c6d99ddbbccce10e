INSERT INTO `main`.`person` (`id`, `name`)
VALUES ($1, $2), ($3, $4)
ON CONFLICT (`id`) DO NOTHING
RETURNING `id`, `name`, `email`
-- $1 = 1 (bigint)
-- $2 = 'Ada' (text)
-- $3 = 2 (bigint)
-- $4 = 'Bob' (text)
