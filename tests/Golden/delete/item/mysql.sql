DELETE FROM `shop`.`item`
WHERE `id` = $1
-- $1 = 7 (bigint)
