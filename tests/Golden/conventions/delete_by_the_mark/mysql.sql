UPDATE `shop`.`task`
SET `deleted_at` = CURRENT_TIMESTAMP(6), `updated_at` = CURRENT_TIMESTAMP(6)
WHERE (`deleted_at` < $1 AND `deleted_at` IS NULL)
-- $1 = '2020-01-01 00:00:00' (timestamp with time zone)
