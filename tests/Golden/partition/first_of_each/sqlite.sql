SELECT `id`, `name`, `price`, `note`, `is_active`, `created_at`, `owner_id`, `reviewer_id`, `parent_id`
FROM (SELECT `id` AS `id`, `name` AS `name`, `price` AS `price`, `note` AS `note`, `is_active` AS `is_active`, `created_at` AS `created_at`, `owner_id` AS `owner_id`, `reviewer_id` AS `reviewer_id`, `parent_id` AS `parent_id`, row_number() OVER (PARTITION BY `item`.`owner_id` ORDER BY `item`.`name` DESC, `item`.`id`) AS `rank`
FROM `main`.`item`
WHERE `owner_id` > $1) AS `item`
WHERE `item`.`rank` <= 2
ORDER BY `item`.`name` DESC, `item`.`id`
LIMIT 10001
-- $1 = 1 (bigint)
