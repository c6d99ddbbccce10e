SELECT `id`
FROM `shop`.`item`
WHERE LOWER(CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin) LIKE LOWER($1)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '%Ärger%' (text)
