SELECT `id`
FROM `shop`.`item`
WHERE (`id` IN ($1) OR (`name` IN ($2) AND CONVERT(`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin IN ($2)) OR `price` BETWEEN $3 AND $4 OR NOT (`id` IN ($5)) OR `id` IN ($6))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = [1, 2, 3] (bigint list)
-- $2 = ['a,b', 'c,d'] (text list)
-- $3 = '1' (numeric(10,2))
-- $4 = '2' (numeric(10,2))
-- $5 = [] (bigint list)
-- $6 = [7, 8] (bigint list)
