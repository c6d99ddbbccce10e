INSERT INTO `main`.`person` (`name`, `email`)
VALUES ($1, $2)
RETURNING `id`, `name`, `email`
-- $1 = 'Ada' (text)
-- $2 = NULL (text)
-- row: id 0, name 1, email 2; key 0
