SELECT `id`
FROM `shop`.`item`
WHERE `price` > $1
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '9.5' (numeric(10,2))
