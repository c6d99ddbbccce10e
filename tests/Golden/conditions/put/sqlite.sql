-- before:
SELECT `id`, `name`, `email`
FROM `main`.`person`
WHERE `id` = $1
-- $1 = 7 (bigint)
-- next
UPDATE `main`.`person`
SET `name` = $1, `email` = NULL
WHERE `id` = $2
RETURNING `id`
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
