SELECT `id`
FROM `shop`.`item`
WHERE ((`name` = $1 AND `name` = $1 COLLATE utf8mb4_nopad_bin) AND `price` >= $2 AND `note` IS NULL)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = '1' (numeric(10,2))
