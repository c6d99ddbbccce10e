SELECT `id`
FROM `shop`.`structures`
WHERE (`spot` = $1 AND NOT (`spot` IS NULL))
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = ('a', 1) (spot)
