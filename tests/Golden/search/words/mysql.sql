SELECT `id`
FROM `shop`.`person`
WHERE ((LOWER(CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($1) OR LOWER(CONVERT(`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($2)) AND (LOWER(CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($3) OR LOWER(CONVERT(`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($4)))
ORDER BY `person`.`id`
LIMIT 101
-- $1 = '%ann%' (text)
-- $2 = '%ann%' (text)
-- $3 = '%van dyk%' (text)
-- $4 = '%van dyk%' (text)
