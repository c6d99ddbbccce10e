SELECT `id`, `name`
FROM `archive`.`item`
WHERE (`name` IS NULL AND (`name` IS NULL AND `id` > $1))
ORDER BY `item`.`name` NULLS LAST, `item`.`id`
LIMIT 3
-- $1 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
