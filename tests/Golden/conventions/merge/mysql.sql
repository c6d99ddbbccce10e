INSERT INTO `shop`.`task` (`title`, `deleted_at`, `updated_at`)
VALUES ($1, $2, CURRENT_TIMESTAMP(6))
ON DUPLICATE KEY UPDATE `title` = IF(`title` = VALUES(`title`), `title`, (SELECT NULL UNION ALL SELECT NULL)), `deleted_at` = VALUES(`deleted_at`), `updated_at` = CURRENT_TIMESTAMP(6)
RETURNING `id`
-- $1 = 'x' (text)
-- $2 = NULL (timestamp with time zone)
-- row: id 0; key 0
