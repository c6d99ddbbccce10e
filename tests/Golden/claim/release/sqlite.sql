UPDATE `main`.`job`
SET `claimed_until` = $1, `claimed_by` = $2
WHERE (`id` = $3 AND `claimed_by` = $4)
-- $1 = NULL (timestamp with time zone)
-- $2 = NULL (text)
-- $3 = 7 (bigint)
-- $4 = 'w1' (text)
-- next
-- if no row was met:
SELECT `id`, `queue`, `claimed_until`, `claimed_by`, `checker_claimed_until`
FROM `main`.`job`
WHERE `id` = $1
-- $1 = 7 (bigint)
