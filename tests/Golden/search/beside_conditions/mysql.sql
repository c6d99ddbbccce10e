SELECT `id`
FROM `shop`.`item`
WHERE (`id` = $1 AND (`id` = $2 OR `id` = $3) AND LOWER(CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($4))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- $3 = 3 (bigint)
-- $4 = '%x%' (text)
