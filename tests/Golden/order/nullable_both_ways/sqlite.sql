SELECT `id`
FROM `main`.`item`
ORDER BY `item`.`note` NULLS LAST, `item`.`parent_id` DESC NULLS FIRST, `item`.`id`
LIMIT 101
