-- before:
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
WHERE `id` = $1
-- $1 = 7 (bigint)
-- next
DELETE FROM `shop`.`person`
WHERE `id` = $1
RETURNING `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
-- $1 = 7 (bigint)
-- row: name 1
