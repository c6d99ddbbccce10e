SELECT `id`
FROM `shop`.`task`
WHERE ((`id` = $1 AND `deleted_at` IS NULL) AND `id` = $2)
FOR UPDATE
-- $1 = 7 (bigint)
-- $2 = 7 (bigint)
-- next
UPDATE `shop`.`task`
SET `title` = $1, `deleted_at` = $2, `updated_at` = CURRENT_TIMESTAMP(6)
WHERE `id` IN ($3)
-- $1 = 'x' (text)
-- $2 = NULL (timestamp with time zone)
-- $3 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`task`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
-- next
-- if no row was met:
SELECT `id`
FROM `shop`.`task`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
-- $1 = 7 (bigint)
