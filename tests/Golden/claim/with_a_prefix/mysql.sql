SELECT `job`.`id`
FROM `shop`.`job`
WHERE (`checker_claimed_until` IS NULL OR `checker_claimed_until` <= CURRENT_TIMESTAMP(6))
ORDER BY `job`.`checker_claimed_until` IS NOT NULL, `job`.`checker_claimed_until`, `job`.`id`
LIMIT 1
FOR UPDATE SKIP LOCKED
-- next
UPDATE `shop`.`job`
SET `checker_claimed_until` = $1
WHERE `id` IN ($2)
-- $1 = '2099-01-01 00:00:00' (timestamp)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`job`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
