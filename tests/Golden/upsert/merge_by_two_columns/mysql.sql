INSERT INTO `shop`.`item` (`name`, `price`, `owner_id`)
VALUES ($1, $2, $3)
ON DUPLICATE KEY UPDATE `name` = IF(`name` = VALUES(`name`) AND `owner_id` = VALUES(`owner_id`), `name`, (SELECT NULL UNION ALL SELECT NULL)), `price` = VALUES(`price`)
RETURNING `id`
-- $1 = 'Lamp' (text)
-- $2 = '3.00' (numeric(10,2))
-- $3 = 1 (bigint)
-- row: id 0; key 0
