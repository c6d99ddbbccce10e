SELECT `id`
FROM `main`.`kinds`
WHERE (relata_moment('hour', `time`) = $1 AND relata_moment('date', `timestamp`) = $2 AND relata_moment('time', `timestamp`) IS NULL)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = 5 (integer)
-- $2 = '2024-07-19' (date)
