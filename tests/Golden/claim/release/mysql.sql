UPDATE `shop`.`job`
SET `claimed_until` = $1, `claimed_by` = $2
WHERE (`id` = $3 AND (`claimed_by` = $4 AND `claimed_by` = $4 COLLATE utf8mb4_nopad_bin))
-- $1 = NULL (timestamp with time zone)
-- $2 = NULL (text)
-- $3 = 7 (bigint)
-- $4 = 'w1' (text)
-- next
-- if no row was met:
SELECT `id`, CAST(CONVERT(`queue` USING utf8mb4) AS BINARY), CAST(CONVERT(`claimed_until` USING utf8mb4) AS BINARY), CAST(CONVERT(`claimed_by` USING utf8mb4) AS BINARY), CAST(`checker_claimed_until` AS BINARY)
FROM `shop`.`job`
WHERE `id` = $1
-- $1 = 7 (bigint)
