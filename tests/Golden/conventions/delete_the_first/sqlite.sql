WITH `chosen` AS MATERIALIZED (
SELECT `task`.`id`
FROM `main`.`task`
WHERE (`title` GLOB relata_glob($1) AND `deleted_at` IS NULL)
ORDER BY `task`.`updated_at`, `task`.`id`
LIMIT 5
)
UPDATE `main`.`task`
SET `deleted_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'), `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE `id` IN (SELECT `id` FROM `chosen`)
-- $1 = 'a%' (text)
