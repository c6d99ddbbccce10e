-- before:
SELECT `id`, `title`, `created_at`, `updated_at`, `deleted_at`
FROM `main`.`task`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
-- $1 = 7 (bigint)
-- next
UPDATE `main`.`task`
SET `deleted_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'), `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE (`id` = $1 AND `deleted_at` IS NULL)
-- $1 = 7 (bigint)
