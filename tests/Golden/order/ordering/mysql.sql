SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
ORDER BY CONVERT(`person`.`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin IS NULL DESC, CONVERT(`person`.`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin DESC, CONVERT(`person`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `person`.`id`
LIMIT 101
