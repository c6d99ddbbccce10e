SELECT `id`
FROM `main`.`kinds`
WHERE (relata_moment('year', `date`) >= $1 AND relata_moment('iso_year', `date`) >= $2 AND relata_moment('quarter', `date`) >= $3 AND relata_moment('month', `date`) >= $4 AND relata_moment('week', `date`) >= $5 AND relata_moment('day', `date`) >= $6 AND relata_moment('week_day', `date`) >= $7 AND relata_moment('iso_week_day', `date`) >= $8)
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
