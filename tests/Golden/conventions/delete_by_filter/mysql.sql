UPDATE `shop`.`task`
SET `deleted_at` = CURRENT_TIMESTAMP(6), `updated_at` = CURRENT_TIMESTAMP(6)
WHERE ((`title` = $1 AND `title` = $1 COLLATE utf8mb4_nopad_bin) AND `deleted_at` IS NULL)
-- $1 = 'x' (text)
