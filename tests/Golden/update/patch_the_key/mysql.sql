SELECT `id`
FROM `shop`.`person`
WHERE `id` = $1
FOR UPDATE
-- $1 = 1 (bigint)
-- next
UPDATE `shop`.`person`
SET `id` = $1
WHERE `id` IN ($2)
-- $1 = 2 (bigint)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
WHERE (`id` = $1)
ORDER BY `id`
-- $1 = 2 (bigint)
