SELECT `id`
FROM `shop`.`task`
WHERE `id` = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE `shop`.`task`
SET `title` = $1, `deleted_at` = $2, `updated_at` = CURRENT_TIMESTAMP(6)
WHERE `id` IN ($3)
-- $1 = 'x' (text)
-- $2 = '2024-07-19 03:45:00' (timestamp with time zone)
-- $3 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`task`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
