INSERT INTO `main`.`person` (`name`)
VALUES ($1)
RETURNING `id`, `name`, `email`
-- $1 = ''; DROP TABLE item; --' (text)
-- row: id 0, name 1, email 2; key 0
