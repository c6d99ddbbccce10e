SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`email` DESC NULLS FIRST, `person`.`name`, `person`.`id`
LIMIT 101
