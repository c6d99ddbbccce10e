SELECT `id`
FROM `shop`.`item`
WHERE ((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) OR (`name` = $2 AND `name` = $2 COLLATE utf8mb4_nopad_bin) OR (`name` = $3 AND `name` = $3 COLLATE utf8mb4_nopad_bin) OR (`name` = $4 AND `name` = $4 COLLATE utf8mb4_nopad_bin) OR (`note` = $5 AND `note` = $5 COLLATE utf8mb4_nopad_bin))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a,b)' (text)
-- $2 = 'say "hi"' (text)
-- $3 = 'a)' (text)
-- $4 = '' (text)
-- $5 = '' (text)
