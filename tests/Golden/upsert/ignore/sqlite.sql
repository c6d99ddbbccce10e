INSERT INTO `main`.`person` (`id`, `name`)
VALUES ($1, $2)
ON CONFLICT (`id`) DO NOTHING
RETURNING `id`, `name`, `email`
-- $1 = 1 (bigint)
-- $2 = 'Ada' (text)
-- next
INSERT INTO `main`.`person` (`id`, `name`)
VALUES ($1, $2)
ON CONFLICT (`id`) DO NOTHING
RETURNING `id`, `name`, `email`
-- $1 = 2 (bigint)
-- $2 = 'Bob' (text)
