SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`id`
LIMIT 21
OFFSET $1
-- $1 = 40 (bigint)
