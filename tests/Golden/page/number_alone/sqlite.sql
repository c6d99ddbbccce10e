SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`id`
LIMIT 101
OFFSET $1
-- $1 = 200 (bigint)
