WITH `chosen` AS MATERIALIZED (
SELECT `job`.`id`
FROM `main`.`job`
WHERE (`claimed_until` IS NULL OR `claimed_until` <= rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
ORDER BY `job`.`claimed_until` NULLS FIRST, `job`.`id`
LIMIT 5
)
UPDATE `main`.`job`
SET `claimed_until` = $1, `claimed_by` = $2
WHERE `id` IN (SELECT `id` FROM `chosen`)
RETURNING `id`
-- $1 = '2099-01-01 00:00:00' (timestamp with time zone)
-- $2 = NULL (text)
