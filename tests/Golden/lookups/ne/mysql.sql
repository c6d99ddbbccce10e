SELECT `id`
FROM `shop`.`item`
WHERE `note` <> $1 COLLATE utf8mb4_nopad_bin
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'x' (text)
