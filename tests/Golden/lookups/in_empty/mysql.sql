SELECT `id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `item`.`id`
LIMIT 101
-- $1 = [] (bigint list)
