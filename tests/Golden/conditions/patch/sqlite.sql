-- before:
SELECT `id`, `name`, `price`, `note`, `is_active`, `created_at`, `owner_id`, `reviewer_id`, `parent_id`
FROM `main`.`item`
WHERE `id` = $1
-- $1 = 7 (bigint)
-- next
UPDATE `main`.`item`
SET `note` = $1
WHERE `id` = $2
RETURNING `id`
-- $1 = 'x' (text)
-- $2 = 7 (bigint)
