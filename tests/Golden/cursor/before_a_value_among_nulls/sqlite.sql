SELECT `id`, `name`
FROM `archive`.`item`
WHERE (`name`, `id`) < ($1, $2)
ORDER BY `item`.`name` DESC NULLS FIRST, `item`.`id` DESC
LIMIT 3
-- $1 = 'a' (text)
-- $2 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
