SELECT `id`
FROM `shop`.`item`
WHERE (((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) OR (`name` = $2 AND `name` = $2 COLLATE utf8mb4_nopad_bin)) AND `is_active` = $3)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'b' (text)
-- $3 = true (boolean)
