-- before:
SELECT `id`, CAST(CONVERT(`title` USING utf8mb4) AS BINARY), CAST(CONVERT(`created_at` USING utf8mb4) AS BINARY), CAST(`updated_at` AS BINARY), CAST(CONVERT(`deleted_at` USING utf8mb4) AS BINARY)
FROM `shop`.`task`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE `shop`.`task`
SET `deleted_at` = CURRENT_TIMESTAMP(6), `updated_at` = CURRENT_TIMESTAMP(6)
WHERE (`id` = $1 AND `deleted_at` IS NULL)
-- $1 = 7 (bigint)
