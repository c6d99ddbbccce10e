UPDATE `main`.`person`
SET `name` = $1
RETURNING `id`, `name`, `email`
-- $1 = 'a' (text)
