SELECT `id`
FROM `main`.`kinds`
WHERE (relata_moment('date', `timestamptz`) = $1 AND relata_moment('time', `timestamptz`) < $2 AND relata_moment('hour', `timestamptz`) = $3 AND relata_moment('minute', `timestamptz`) = $4 AND relata_moment('second', `timestamptz`) IN (SELECT value FROM json_each($5)) AND relata_moment('year', relata_moment('date', `timestamptz`)) = $6)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = '2024-07-19' (date)
-- $2 = '12:00:00' (time)
-- $3 = 5 (integer)
-- $4 = 6 (integer)
-- $5 = [7, 8] (integer list)
-- $6 = 2024 (integer)
