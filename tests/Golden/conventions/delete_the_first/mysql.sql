SELECT `task`.`id`
FROM `shop`.`task`
WHERE (CONVERT(`title` USING utf8mb4) COLLATE utf8mb4_nopad_bin LIKE $1 AND `deleted_at` IS NULL)
ORDER BY `task`.`updated_at`, `task`.`id`
LIMIT 5
FOR UPDATE
-- $1 = 'a%' (text)
-- next
UPDATE `shop`.`task`
SET `deleted_at` = CURRENT_TIMESTAMP(6), `updated_at` = CURRENT_TIMESTAMP(6)
WHERE `id` IN ($1)
-- $1 = the keys chosen before (of the schema)
