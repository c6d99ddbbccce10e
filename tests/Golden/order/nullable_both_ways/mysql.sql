SELECT `id`
FROM `shop`.`item`
ORDER BY CONVERT(`item`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL, CONVERT(`item`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `item`.`parent_id` IS NULL DESC, `item`.`parent_id` DESC, `item`.`id`
LIMIT 101
