SELECT `id`
FROM `shop`.`item`
WHERE ((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) AND (`note` = $2 AND `note` = $2 COLLATE utf8mb4_nopad_bin))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '$2' (text)
-- $2 = '$1 ?1 :a @b' (text)
