SELECT `id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = [3, 1, 2] (bigint list)
