SELECT CAST(CONVERT(`name` USING utf8mb4) AS BINARY)
FROM `shop`.`item`
WHERE `id` = $1
-- $1 = 7 (bigint)
