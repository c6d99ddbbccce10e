SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`note` USING utf8mb4) AS BINARY), `is_active`, CAST(CONVERT(`created_at` USING utf8mb4) AS BINARY), `owner_id`, `reviewer_id`, `parent_id`
FROM (SELECT `id` AS `id`, CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `name`, `price` AS `price`, CONVERT(`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `note`, `is_active` AS `is_active`, `created_at` AS `created_at`, `owner_id` AS `owner_id`, `reviewer_id` AS `reviewer_id`, `parent_id` AS `parent_id`, row_number() OVER (PARTITION BY `item`.`owner_id` ORDER BY CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `item`.`id`) AS `rank`
FROM `shop`.`item`
WHERE `owner_id` > $1) AS `item`
WHERE `item`.`rank` <= 2
ORDER BY CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `item`.`id`
LIMIT 10001
-- $1 = 1 (bigint)
