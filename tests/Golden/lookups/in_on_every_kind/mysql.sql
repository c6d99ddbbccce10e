SELECT `id`
FROM `shop`.`kinds`
WHERE (`boolean` IN ($1) AND `int16` IN ($2) AND `decimal` IN ($3) AND `double` IN ($4) AND `uuid` IN ($5) AND `date` IN ($6) AND (`enum` IN ($7) AND `enum` COLLATE utf8mb4_nopad_bin IN ($7)) AND `bytes` IN ($8))
ORDER BY `kinds`.`id`
LIMIT 101
-- $1 = [true, false] (boolean list)
-- $2 = [1, 2] (smallint list)
-- $3 = ['1.50', '100'] (numeric list)
-- $4 = [0.1e0] (double precision list)
-- $5 = ['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'] (uuid list)
-- $6 = ['2024-02-29'] (date list)
-- $7 = ['new', 'done'] (state list)
-- $8 = [0x00ff] (bytea list)
