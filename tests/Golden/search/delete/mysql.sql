DELETE FROM `shop`.`person`
WHERE (LOWER(CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($1) OR LOWER(CONVERT(`email` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($2))
-- $1 = '%x%' (text)
-- $2 = '%x%' (text)
