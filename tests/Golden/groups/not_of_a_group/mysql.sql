SELECT `id`
FROM `shop`.`item`
WHERE NOT (((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) OR `note` IS NULL))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
