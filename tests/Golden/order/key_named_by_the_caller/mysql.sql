SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
ORDER BY `person`.`id` DESC, CONVERT(`person`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin
LIMIT 101
