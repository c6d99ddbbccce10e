SELECT `id`
FROM `shop`.`item`
WHERE (`id` >= $1 AND `id` <= $2 AND `id` = $3)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 1 (bigint)
-- $2 = 9 (bigint)
-- $3 = 5 (bigint)
