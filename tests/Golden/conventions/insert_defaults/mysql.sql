INSERT INTO `shop`.`task` (`updated_at`)
VALUES (CURRENT_TIMESTAMP(6))
RETURNING `id`
