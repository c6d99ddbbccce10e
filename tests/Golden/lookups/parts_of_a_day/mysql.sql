SELECT `id`
FROM `shop`.`kinds`
WHERE (YEAR(`date`) >= $1 AND YEARWEEK(`date`, 3) DIV 100 >= $2 AND QUARTER(`date`) >= $3 AND MONTH(`date`) >= $4 AND WEEK(`date`, 3) >= $5 AND DAYOFMONTH(`date`) >= $6 AND DAYOFWEEK(`date`) >= $7 AND (WEEKDAY(`date`) + 1) >= $8)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = 2024 (integer)
-- $2 = 2023 (integer)
-- $3 = 2 (integer)
-- $4 = 3 (integer)
-- $5 = 4 (integer)
-- $6 = 5 (integer)
-- $7 = 6 (integer)
-- $8 = 7 (integer)
