INSERT INTO `shop`.`invoice` (`number`, `net`)
VALUES ($1, $2)
RETURNING `id`, CAST(CONVERT(`number` USING utf8mb4) AS BINARY), CAST(CONVERT(`net` USING utf8mb4) AS BINARY), CAST(CONVERT(`gross` USING utf8mb4) AS BINARY)
-- $1 = 'A1' (varchar(8))
-- $2 = '10.00' (numeric(10,2))
-- row: id 0, number 1, net 2, gross 3; key 0
