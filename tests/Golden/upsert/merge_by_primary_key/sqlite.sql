INSERT INTO `main`.`person` (`id`, `name`)
VALUES ($1, $2)
ON CONFLICT (`id`) DO UPDATE SET `name` = excluded.`name`
RETURNING `id`, `name`, `email`
-- $1 = 1 (bigint)
-- $2 = 'Ada' (text)
-- row: id 0, name 1, email 2; key 0
