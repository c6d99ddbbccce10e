SELECT `id`
FROM `main`.`item`
WHERE relata_fold(`name`) GLOB relata_glob(relata_fold($1))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '%MP' (text)
