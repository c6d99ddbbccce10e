SELECT `id`
FROM `main`.`item`
ORDER BY `item`.`name`, `item`.`price` DESC, `item`.`note` DESC NULLS FIRST, `item`.`id`
LIMIT 101
