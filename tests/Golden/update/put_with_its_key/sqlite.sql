UPDATE `main`.`person`
SET `name` = $1, `email` = NULL
WHERE (`id` = $2 AND `id` = $3)
RETURNING `id`, `name`, `email`
-- $1 = 'Ada' (text)
-- $2 = 1 (bigint)
-- $3 = 1 (bigint)
-- next
-- if no row was met:
SELECT `id`, `name`, `email`
FROM `main`.`person`
WHERE `id` = $1
-- $1 = 1 (bigint)
