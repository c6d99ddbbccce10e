SELECT `id`
FROM `shop`.`structures`
WHERE (`price` = $1 AND `price` IN ($2))
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = '1.00' (money)
-- $2 = ['1.00', '2.00'] (money list)
