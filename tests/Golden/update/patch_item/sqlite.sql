UPDATE `main`.`item`
SET `note` = $1, `price` = $2
WHERE `id` = $3
RETURNING `id`, `name`, `price`, `note`, `is_active`, `created_at`, `owner_id`, `reviewer_id`, `parent_id`
-- $1 = NULL (text)
-- $2 = '10.00' (numeric(10,2))
-- $3 = 7 (bigint)
