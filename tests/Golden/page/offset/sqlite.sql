SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`id`
LIMIT 6
OFFSET $1
-- $1 = 10 (bigint)
