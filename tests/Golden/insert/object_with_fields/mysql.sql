INSERT INTO `shop`.`person` (`name`, `email`)
VALUES ($1, $2)
RETURNING CAST(CONVERT(`name` USING utf8mb4) AS BINARY), `id`
-- $1 = 'Ada' (text)
-- $2 = 'a@b.c' (text)
-- row: name 0; key 1
