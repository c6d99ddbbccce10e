INSERT INTO `main`.`person` (`name`, `email`)
VALUES ($1, $2)
ON CONFLICT (`email`) DO UPDATE SET `name` = excluded.`name`
RETURNING `id`, `name`, `email`
-- $1 = 'Ada' (text)
-- $2 = 'a' (text)
-- next
INSERT INTO `main`.`person` (`name`, `email`)
VALUES ($1, $2)
ON CONFLICT (`email`) DO UPDATE SET `name` = excluded.`name`
RETURNING `id`, `name`, `email`
-- $1 = 'Bob' (text)
-- $2 = 'b' (text)
