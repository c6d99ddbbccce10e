SELECT `job`.`id`
FROM `shop`.`job`
WHERE (`claimed_until` IS NULL OR `claimed_until` <= CURRENT_TIMESTAMP(6))
ORDER BY `job`.`claimed_until` IS NOT NULL, `job`.`claimed_until`, `job`.`id`
LIMIT 5
FOR UPDATE SKIP LOCKED
-- next
UPDATE `shop`.`job`
SET `claimed_until` = $1, `claimed_by` = $2
WHERE `id` IN ($3)
-- $1 = '2099-01-01 00:00:00' (timestamp with time zone)
-- $2 = NULL (text)
-- $3 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`job`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
