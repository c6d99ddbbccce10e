SELECT `id`
FROM `shop`.`person`
WHERE (`id` = $1 AND `id` = $2)
FOR UPDATE
-- $1 = 1 (bigint)
-- $2 = 1 (bigint)
-- next
UPDATE `shop`.`person`
SET `name` = $1, `email` = DEFAULT
WHERE `id` IN ($2)
-- $1 = 'Ada' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
-- next
-- if no row was met:
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
WHERE `id` = $1
-- $1 = 1 (bigint)
