SELECT `item`.`id`
FROM `shop`.`item`
WHERE `price` < $1
ORDER BY `item`.`price` DESC, `item`.`id`
LIMIT 10
-- $1 = '1' (numeric(10,2))
-- next
DELETE FROM `shop`.`item`
WHERE (`id` IN ($1) AND `price` < $2)
-- $1 = the keys chosen before (of the schema)
-- $2 = '1' (numeric(10,2))
