SELECT `id`
FROM `shop`.`item`
WHERE `price` BETWEEN $1 AND $2
ORDER BY `item`.`id`
LIMIT 101
-- $1 = '1' (numeric(10,2))
-- $2 = '2.50' (numeric(10,2))
