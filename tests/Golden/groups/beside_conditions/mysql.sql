SELECT `id`
FROM `shop`.`item`
WHERE ((`is_active` = $1 AND (`name` = $2 AND `name` = $2 COLLATE utf8mb4_nopad_bin)) AND (`id` = $3 OR `id` = $4) AND ((`name` = $5 AND `name` = $5 COLLATE utf8mb4_nopad_bin) OR (`note` = $6 AND `note` = $6 COLLATE utf8mb4_nopad_bin)))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = true (boolean)
-- $2 = 'c' (text)
-- $3 = 1 (bigint)
-- $4 = 2 (bigint)
-- $5 = 'a' (text)
-- $6 = 'b' (text)
