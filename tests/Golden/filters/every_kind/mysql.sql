SELECT `id`
FROM `shop`.`kinds`
WHERE (`boolean` = $1 AND `int16` = $2 AND `int32` = $3 AND `int64` = $4 AND `decimal` = $5 AND `single` = $6 AND `double` = $7 AND (`text` = $8 AND `text` = $8 COLLATE utf8mb4_nopad_bin) AND `uuid` = $9 AND `date` = $10 AND `time` = $11 AND `timestamp` = $12 AND `timestamptz` = $13 AND `interval` = $14 AND `bytes` = $15 AND (`enum` = $16 AND `enum` = $16 COLLATE utf8mb4_nopad_bin) AND `array` = $17 AND `other` = $18)
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = true (boolean)
-- $2 = -32768 (smallint)
-- $3 = 1000 (integer)
-- $4 = 9223372036854775807 (bigint)
-- $5 = '12.340' (numeric)
-- $6 = 0.5e0 (real)
-- $7 = -0.0015e0 (double precision)
-- $8 = 'null' (text)
-- $9 = 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11' (uuid)
-- $10 = '2024-02-29' (date)
-- $11 = '24:00:00' (time)
-- $12 = '2024-07-19 11:45:00.5' (timestamp)
-- $13 = '2024-07-18 23:45:00' (timestamp with time zone)
-- $14 = 'P1DT2H' (interval)
-- $15 = 0x00010203ff (bytea)
-- $16 = 'open' (state)
-- $17 = ['a', NULL] (text[])
-- $18 = '10.0.0.1' (inet)
