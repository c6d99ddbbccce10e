SELECT `id`
FROM `shop`.`item`
WHERE (`id` = $1 OR (`price` > $2 AND NOT (`note` IS NULL)))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = '2' (numeric(10,2))
