UPDATE `main`.`person`
SET `id` = $1
WHERE `id` = $2
RETURNING `id`, `name`, `email`
-- $1 = 2 (bigint)
-- $2 = 1 (bigint)
