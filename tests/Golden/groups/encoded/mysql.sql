SELECT `id`
FROM `shop`.`item`
WHERE ((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) OR (`note` = $2 AND `note` = $2 COLLATE utf8mb4_nopad_bin))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'b' (text)
