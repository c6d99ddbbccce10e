SELECT `id`
FROM `shop`.`kinds`
WHERE (DATE(`timestamptz`) = $1 AND TIME(`timestamptz`) < $2 AND HOUR(`timestamptz`) = $3 AND MINUTE(`timestamptz`) = $4 AND SECOND(`timestamptz`) IN ($5) AND YEAR(DATE(`timestamptz`)) = $6)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = '2024-07-19' (date)
-- $2 = '12:00:00' (time)
-- $3 = 5 (integer)
-- $4 = 6 (integer)
-- $5 = [7, 8] (integer list)
-- $6 = 2024 (integer)
