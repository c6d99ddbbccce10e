SELECT `id`, CAST(CONVERT(`number` USING utf8mb4) AS BINARY), CAST(CONVERT(`net` USING utf8mb4) AS BINARY), CAST(CONVERT(`gross` USING utf8mb4) AS BINARY)
FROM `shop`.`invoice`
WHERE (`id` = $1 AND `gross` = $2)
-- $1 = 1 (bigint)
-- $2 = '11.9' (numeric(10,2))
-- next
-- if no row was met:
SELECT `id`, CAST(CONVERT(`number` USING utf8mb4) AS BINARY), CAST(CONVERT(`net` USING utf8mb4) AS BINARY), CAST(CONVERT(`gross` USING utf8mb4) AS BINARY)
FROM `shop`.`invoice`
WHERE `id` = $1
-- $1 = 1 (bigint)
