-- before:
SELECT `id`, `name`, `email`
FROM `main`.`person`
WHERE `id` = $1
-- $1 = 7 (bigint)
-- next
DELETE FROM `main`.`person`
WHERE `id` = $1
RETURNING `id`, `name`, `email`
-- $1 = 7 (bigint)
-- row: name 1
