SELECT `id`, `name`, `email`
FROM `main`.`person`
ORDER BY `person`.`name` DESC, `person`.`email` NULLS LAST, `person`.`id`
LIMIT 101
