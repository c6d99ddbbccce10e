UPDATE `main`.`task`
SET `deleted_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'), `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE (`deleted_at` < $1 AND `deleted_at` IS NULL)
-- $1 = '2020-01-01 00:00:00' (timestamp with time zone)
