SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`id`
LIMIT 101
