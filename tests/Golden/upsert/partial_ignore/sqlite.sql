INSERT INTO `main`.`item` (`name`, `note`, `owner_id`)
VALUES ($1, $2, $3)
ON CONFLICT (`note`) WHERE is_active DO NOTHING
RETURNING `id`
-- $1 = 'a' (text)
-- $2 = 'n' (text)
-- $3 = 1 (bigint)
-- row: id 0; key 0
