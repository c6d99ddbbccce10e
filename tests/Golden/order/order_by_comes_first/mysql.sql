SELECT `id`
FROM `shop`.`item`
ORDER BY CONVERT(`item`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `item`.`price` DESC, CONVERT(`item`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL DESC, CONVERT(`item`.`note` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, `item`.`id`
LIMIT 101
