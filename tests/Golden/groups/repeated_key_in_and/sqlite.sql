SELECT `id`
FROM `main`.`item`
WHERE (`name` GLOB relata_glob($1) AND `name` GLOB relata_glob($2))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '%a%' (text)
-- $2 = '%b%' (text)
