SELECT `id`
FROM `main`.`item`
WHERE `id` = $1
-- $1 = 7 (bigint)
