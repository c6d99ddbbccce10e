UPDATE `main`.`invoice`
SET `net` = $1
WHERE (`id` = $2 AND `id` = $3 AND `gross` = $4)
RETURNING `id`, `number`, `net`, `gross`
-- $1 = '10.00' (numeric(10,2))
-- $2 = 1 (bigint)
-- $3 = 1 (bigint)
-- $4 = '11.9' (numeric(10,2))
-- next
-- if no row was met:
SELECT `id`, `number`, `net`, `gross`
FROM `main`.`invoice`
WHERE `id` = $1
-- $1 = 1 (bigint)
