UPDATE `main`.`task`
SET `deleted_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'), `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE `deleted_at` IS NULL
