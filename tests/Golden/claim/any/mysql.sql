SELECT `job`.`id`
FROM `shop`.`job`
WHERE ((`queue` = $1 AND `queue` = $1 COLLATE utf8mb4_nopad_bin) AND (`claimed_until` IS NULL OR `claimed_until` <= CURRENT_TIMESTAMP(6)))
ORDER BY `job`.`claimed_until` IS NOT NULL, `job`.`claimed_until`, `job`.`id`
LIMIT 1
FOR UPDATE SKIP LOCKED
-- $1 = 'main' (text)
-- next
UPDATE `shop`.`job`
SET `claimed_until` = $1, `claimed_by` = $2
WHERE `id` IN ($3)
-- $1 = '2099-01-01 00:00:00' (timestamp with time zone)
-- $2 = 'w1' (text)
-- $3 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`job`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
