SELECT `id`
FROM `shop`.`invoice`
WHERE `id` = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- row: net 0; key 1
-- next
UPDATE `shop`.`invoice`
SET `number` = $1, `net` = $2
WHERE `id` IN ($3)
-- $1 = 'n' (varchar(8))
-- $2 = '1.00' (numeric(10,2))
-- $3 = the keys chosen before (of the schema)
-- next
SELECT CAST(CONVERT(`net` USING utf8mb4) AS BINARY), `id`
FROM `shop`.`invoice`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
