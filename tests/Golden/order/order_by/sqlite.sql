SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`name`, `person`.`id`
LIMIT 101
