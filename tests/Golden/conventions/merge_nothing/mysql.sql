INSERT INTO `shop`.`task` (`title`, `updated_at`)
VALUES ($1, CURRENT_TIMESTAMP(6))
ON DUPLICATE KEY UPDATE `title` = IF(`title` = VALUES(`title`), `title`, (SELECT NULL UNION ALL SELECT NULL)), `title` = VALUES(`title`)
RETURNING `id`
-- $1 = 'x' (text)
-- row: id 0; key 0
