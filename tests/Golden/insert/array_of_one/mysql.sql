INSERT INTO `shop`.`person` (`name`)
VALUES ($1)
RETURNING `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
-- $1 = 'a' (text)
