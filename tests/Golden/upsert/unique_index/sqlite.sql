INSERT INTO `main`.`item` (`name`, `note`, `owner_id`, `parent_id`)
VALUES ($1, $2, $3, $4)
ON CONFLICT (`note`, `parent_id`) DO UPDATE SET `name` = excluded.`name`, `owner_id` = excluded.`owner_id`
RETURNING `id`
-- $1 = 'a' (text)
-- $2 = 'n' (text)
-- $3 = 1 (bigint)
-- $4 = 1 (bigint)
-- row: id 0; key 0
