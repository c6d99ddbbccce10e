UPDATE `shop`.`task`
SET `deleted_at` = CURRENT_TIMESTAMP(6), `updated_at` = CURRENT_TIMESTAMP(6)
WHERE (`id` = $1 AND `deleted_at` IS NULL)
-- $1 = 7 (bigint)
