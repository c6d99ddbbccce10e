INSERT INTO `main`.`person` (`name`, `email`)
VALUES ($1, $2)
RETURNING `id`, `name`, `email`
-- $1 = 'a' (text)
-- $2 = '1' (text)
-- next
INSERT INTO `main`.`person` (`name`, `email`)
VALUES ($1, $2)
RETURNING `id`, `name`, `email`
-- $1 = 'b' (text)
-- $2 = '2' (text)
