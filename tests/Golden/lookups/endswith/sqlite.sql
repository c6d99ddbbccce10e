SELECT `id`
FROM `main`.`item`
WHERE `name` GLOB relata_glob($1)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '%mp' (text)
