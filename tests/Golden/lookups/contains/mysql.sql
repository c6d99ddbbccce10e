SELECT `id`
FROM `shop`.`item`
WHERE CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '%50\%\_off\\%' (text)
