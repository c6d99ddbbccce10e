INSERT INTO `shop`.`task` (`title`, `updated_at`)
SELECT $1, CURRENT_TIMESTAMP(6)
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`task` WHERE `title` = $1 FOR UPDATE)
RETURNING `id`
-- $1 = 'x' (text)
