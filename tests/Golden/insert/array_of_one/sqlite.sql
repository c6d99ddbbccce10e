INSERT INTO `main`.`person` (`name`)
VALUES ($1)
RETURNING `id`, `name`, `email`
-- $1 = 'a' (text)
