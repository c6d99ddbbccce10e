SELECT `id`
FROM (SELECT `id` AS `id`, `name` AS `name`, `price` AS `price`, `note` AS `note`, `is_active` AS `is_active`, `created_at` AS `created_at`, `owner_id` AS `owner_id`, `reviewer_id` AS `reviewer_id`, `parent_id` AS `parent_id`, row_number() OVER (PARTITION BY `item`.`is_active`, `item`.`owner_id` ORDER BY `item`.`id`) AS `rank`
FROM `main`.`item`) AS `item`
WHERE `item`.`rank` <= 1
ORDER BY `item`.`id`
LIMIT 10001
