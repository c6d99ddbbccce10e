SELECT `id`, `name`, `price`, `note`, `is_active`, `created_at`, `owner_id`, `reviewer_id`, `parent_id`
FROM `main`.`item`
ORDER BY `item`.`name` DESC, `item`.`id`
LIMIT 101
