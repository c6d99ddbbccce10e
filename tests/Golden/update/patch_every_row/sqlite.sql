UPDATE `main`.`item`
SET `is_active` = $1
RETURNING `id`
-- $1 = false (boolean)
