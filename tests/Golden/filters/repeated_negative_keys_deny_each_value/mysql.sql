SELECT `id`
FROM `shop`.`item`
WHERE ((`name` <> $1 COLLATE utf8mb4_nopad_bin AND `name` <> $2 COLLATE utf8mb4_nopad_bin) AND (NOT (`id` IN ($3)) AND NOT (`id` IN ($4))))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 'a' (text)
-- $2 = 'b' (text)
-- $3 = [1] (bigint list)
-- $4 = [2] (bigint list)
