SELECT `id`
FROM `shop`.`job`
WHERE (`id` = $1 AND (`claimed_until` IS NULL OR `claimed_until` <= CURRENT_TIMESTAMP(6)))
FOR UPDATE
-- $1 = 7 (bigint)
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
-- next
-- if no row was met:
SELECT `id`, CAST(CONVERT(`queue` USING utf8mb4) AS BINARY), CAST(CONVERT(`claimed_until` USING utf8mb4) AS BINARY), CAST(CONVERT(`claimed_by` USING utf8mb4) AS BINARY), CAST(`checker_claimed_until` AS BINARY)
FROM `shop`.`job`
WHERE `id` = $1
-- $1 = 7 (bigint)
