INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
RETURNING `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
-- $1 = 'Ada' (text)
-- $2 = NULL (text)
-- row: id 0, name 1, email 2; key 0
