UPDATE `shop`.`task`
SET `deleted_at` = CURRENT_TIMESTAMP(6), `updated_at` = CURRENT_TIMESTAMP(6)
WHERE `deleted_at` IS NULL
