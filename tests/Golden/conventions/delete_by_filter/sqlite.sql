UPDATE `main`.`task`
SET `deleted_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'), `updated_at` = rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.')
WHERE (`title` = $1 AND `deleted_at` IS NULL)
-- $1 = 'x' (text)
