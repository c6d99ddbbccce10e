SELECT `id`
FROM `shop`.`item`
WHERE `id` <= $1
ORDER BY `item`.`id`
LIMIT 101
-- $1 = 7 (bigint)
