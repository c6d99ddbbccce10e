SELECT `id`
FROM `shop`.`item`
WHERE NOT (`id` IN ($1))
ORDER BY `item`.`id`
LIMIT 101
-- $1 = [1] (bigint list)
