SELECT `id`, `name`
FROM `archive`.`item`
WHERE `id` = $1
-- $1 = 1 (bigint)
