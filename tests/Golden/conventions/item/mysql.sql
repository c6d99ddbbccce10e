SELECT `id`
FROM `shop`.`task`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
-- $1 = 7 (bigint)
