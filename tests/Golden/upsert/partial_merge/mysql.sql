INSERT INTO `shop`.`item` (`name`, `note`, `owner_id`)
VALUES ($1, $2, $3)
ON DUPLICATE KEY UPDATE `note` = IF(`note` = VALUES(`note`), `note`, (SELECT NULL UNION ALL SELECT NULL)), `name` = VALUES(`name`), `owner_id` = VALUES(`owner_id`)
RETURNING `id`
-- $1 = 'a' (text)
-- $2 = 'n' (text)
-- $3 = 1 (bigint)
-- row: id 0; key 0
