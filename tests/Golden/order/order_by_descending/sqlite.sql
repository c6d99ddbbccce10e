SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`name` DESC, `person`.`email` DESC NULLS FIRST, `person`.`id`
LIMIT 101
