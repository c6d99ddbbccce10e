SELECT `id`
FROM `shop`.`task`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE `shop`.`task`
SET `title` = $1, `updated_at` = CURRENT_TIMESTAMP(6)
WHERE `id` IN ($2)
-- $1 = 'x' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`task`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
