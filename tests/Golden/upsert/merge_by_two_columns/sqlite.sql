INSERT INTO `main`.`item` (`name`, `price`, `owner_id`)
VALUES ($1, $2, $3)
ON CONFLICT (`name`, `owner_id`) DO UPDATE SET `price` = excluded.`price`
RETURNING `id`
-- $1 = 'Lamp' (text)
-- $2 = '3.00' (numeric(10,2))
-- $3 = 1 (bigint)
-- row: id 0; key 0
