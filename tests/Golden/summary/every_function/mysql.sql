SELECT `count_note`, `count_distinct_note`, CAST(`sum_id` AS BINARY), `avg_id`, CAST(CONVERT(`min_name` USING utf8mb4) AS BINARY), CAST(CONVERT(`max_created_at` USING utf8mb4) AS BINARY)
FROM (SELECT count(CONVERT(`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin) AS `count_note`, count(DISTINCT CONVERT(`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin) AS `count_distinct_note`, sum(`id`) AS `sum_id`, avg(CAST(`id` AS DOUBLE)) AS `avg_id`, min(CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) AS `min_name`, max(`created_at`) AS `max_created_at`
FROM `shop`.`item`) AS `item`
LIMIT 101
