SELECT `id`
FROM `shop`.`person`
FOR UPDATE
-- next
UPDATE `shop`.`person`
SET `name` = $1
WHERE `id` IN ($2)
-- $1 = 'a' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`email` USING utf8mb4) AS BINARY)
FROM `shop`.`person`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
