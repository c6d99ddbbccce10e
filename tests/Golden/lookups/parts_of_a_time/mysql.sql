SELECT `id`
FROM `shop`.`kinds`
WHERE (HOUR(`time`) = $1 AND DATE(`timestamp`) = $2 AND TIME(`timestamp`) IS NULL)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = 5 (integer)
-- $2 = '2024-07-19' (date)
