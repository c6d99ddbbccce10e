INSERT INTO `shop`.`person` (`name`)
VALUES ($1)
RETURNING `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
-- $1 = ''; DROP TABLE item; --' (text)
-- row: id 0, name 1, email 2; key 0
