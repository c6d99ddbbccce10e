INSERT INTO `main`.`task` (`updated_at`)
VALUES (rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))
RETURNING `id`
