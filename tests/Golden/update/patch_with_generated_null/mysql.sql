SELECT `id`
FROM `shop`.`invoice`
WHERE (`id` = $1 AND `gross` IS NULL)
FOR UPDATE
-- $1 = 1 (bigint)
-- next
UPDATE `shop`.`invoice`
SET `net` = $1
WHERE `id` IN ($2)
-- $1 = '10.00' (numeric(10,2))
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`number` USING utf8mb4) AS BINARY), CAST(CONVERT(`net` USING utf8mb4) AS BINARY), CAST(CONVERT(`gross` USING utf8mb4) AS BINARY)
FROM `shop`.`invoice`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
-- next
-- if no row was met:
SELECT `id`, CAST(CONVERT(`number` USING utf8mb4) AS BINARY), CAST(CONVERT(`net` USING utf8mb4) AS BINARY), CAST(CONVERT(`gross` USING utf8mb4) AS BINARY)
FROM `shop`.`invoice`
WHERE `id` = $1
-- $1 = 1 (bigint)
