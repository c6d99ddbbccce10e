SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`id` DESC, `person`.`name`
LIMIT 101
