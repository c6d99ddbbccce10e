SELECT `id`, `name`
FROM `archive`.`item`
WHERE ((`name` > $1 OR `name` IS NULL) OR (`name` = $1 AND `id` > $2))
ORDER BY `item`.`name` NULLS LAST, `item`.`id`
LIMIT 3
-- $1 = 'a' (text)
-- $2 = 7 (bigint)
-- row: id 0, name 1; key 1, 0
