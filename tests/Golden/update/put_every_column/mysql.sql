SELECT `id`
FROM `shop`.`ticket`
WHERE `id` = $1
FOR UPDATE
-- $1 = 1 (bigint)
-- next
UPDATE `shop`.`ticket`
SET `title` = $1, `token` = $2
WHERE `id` IN ($3)
-- $1 = 'x' (text)
-- $2 = 't' (text)
-- $3 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`title` USING utf8mb4) AS BINARY), CAST(CONVERT(`token` USING utf8mb4) AS BINARY)
FROM `shop`.`ticket`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
