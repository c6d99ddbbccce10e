SELECT `id`
FROM `shop`.`preset`
WHERE `id` = $1
FOR UPDATE
-- $1 = 1 (bigint)
-- next
UPDATE `shop`.`preset`
SET `required` = $1, `label` = DEFAULT, `count` = DEFAULT, `ratio` = DEFAULT, `flag` = DEFAULT, `born` = DEFAULT, `plain` = DEFAULT
WHERE `id` IN ($2)
-- $1 = 'x' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`required` USING utf8mb4) AS BINARY), CAST(CONVERT(`label` USING utf8mb4) AS BINARY), `count`, `ratio`, `flag`, CAST(`born` AS BINARY), CAST(CONVERT(`plain` USING utf8mb4) AS BINARY)
FROM `shop`.`preset`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
