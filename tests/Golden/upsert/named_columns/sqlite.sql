INSERT INTO `main`.`person` (`id`, `name`, `email`)
VALUES ($1, $2, $3)
ON CONFLICT (`id`) DO UPDATE SET `name` = excluded.`name`
RETURNING `id`, `name`, `email`
-- $1 = 1 (bigint)
-- $2 = 'a' (text)
-- $3 = 'e' (text)
-- row: id 0, name 1, email 2; key 0
