UPDATE `main`.`item`
SET `is_active` = $1
WHERE `name` GLOB relata_glob($2)
RETURNING `id`
-- $1 = false (boolean)
-- $2 = '%old%' (text)
