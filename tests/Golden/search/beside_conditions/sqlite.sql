SELECT `id`
FROM `main`.`item`
WHERE (`id` = $1 AND (`id` = $2 OR `id` = $3) AND relata_fold(`name`) GLOB relata_glob(relata_fold($4)))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- $3 = 3 (bigint)
-- $4 = '%x%' (text)
