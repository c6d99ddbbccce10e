INSERT INTO `shop`.`person` (`id`, `name`)
VALUES ($1, $2)
ON DUPLICATE KEY UPDATE `id` = IF(`id` = VALUES(`id`), `id`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`)
RETURNING `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
-- $1 = 1 (bigint)
-- $2 = 'Ada' (text)
-- row: id 0, name 1, email 2; key 0
