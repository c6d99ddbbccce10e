INSERT INTO `main`.`person` (`name`, `email`)
VALUES ($1, $2)
RETURNING `name`, `id`
-- $1 = 'Ada' (text)
-- $2 = 'a@b.c' (text)
-- row: name 0; key 1
