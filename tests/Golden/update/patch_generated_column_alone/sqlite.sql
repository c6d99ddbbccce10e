SELECT `id`, `number`, `net`, `gross`
FROM `main`.`invoice`
WHERE (`id` = $1 AND `gross` = $2)
-- $1 = 1 (bigint)
-- $2 = '11.9' (numeric(10,2))
-- next
-- if no row was met:
SELECT `id`, `number`, `net`, `gross`
FROM `main`.`invoice`
WHERE `id` = $1
-- $1 = 1 (bigint)
