SELECT `id`
FROM (SELECT `id` AS `id`, CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `name`, `price` AS `price`, CONVERT(`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `note`, `is_active` AS `is_active`, `created_at` AS `created_at`, `owner_id` AS `owner_id`, `reviewer_id` AS `reviewer_id`, `parent_id` AS `parent_id`, row_number() OVER (PARTITION BY `item`.`is_active`, `item`.`owner_id` ORDER BY `item`.`id`) AS `rank`
FROM `shop`.`item`) AS `item`
WHERE `item`.`rank` <= 1
ORDER BY `item`.`id`
LIMIT 10001
