SELECT `id`
FROM `shop`.`structures`
WHERE `period` = $1
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = ['2024-01-01', '2024-02-01') (daterange)
