SELECT count(*)
FROM `main`.`person`
WHERE `name` = $1
-- $1 = 'a' (text)
-- next
SELECT `id`, `name`, `email`
FROM `main`.`person`
WHERE `name` = $1
ORDER BY `person`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- row: id 0, name 1, email 2; key 0
