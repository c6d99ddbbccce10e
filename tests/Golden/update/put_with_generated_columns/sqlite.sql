UPDATE `main`.`invoice`
SET `number` = $1, `net` = $2
WHERE (`id` = $3 AND `id` = $4 AND `gross` = $5)
RETURNING `id`, `number`, `net`, `gross`
-- $1 = 'A1' (varchar(8))
-- $2 = '10.00' (numeric(10,2))
-- $3 = 1 (bigint)
-- $4 = 1 (bigint)
-- $5 = '11.9' (numeric(10,2))
-- next
-- if no row was met:
SELECT `id`, `number`, `net`, `gross`
FROM `main`.`invoice`
WHERE `id` = $1
-- $1 = 1 (bigint)
