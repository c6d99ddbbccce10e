SELECT `owner_id`, `is_active`, `count`, CAST(`sum_price` AS BINARY), `mean`
FROM (SELECT `owner_id` AS `owner_id`, `is_active` AS `is_active`, count(*) AS `count`, sum(`price`) AS `sum_price`, avg(CAST(`price` AS DOUBLE)) AS `mean`
FROM `shop`.`item`
WHERE `is_active` = $1
GROUP BY `owner_id`, `is_active`) AS `item`
ORDER BY `item`.`count` DESC, `item`.`owner_id`, `item`.`is_active`
LIMIT 101
-- $1 = true (boolean)
