UPDATE `shop`.`item` AS `t0`
JOIN (SELECT $1 AS `column1`, $2 AS `column2`, $3 AS `column3` UNION ALL SELECT $4, $5, $6) AS `t1`
SET `t0`.`price` = `t1`.`column2`, `t0`.`note` = CONVERT(`t1`.`column3` USING utf8mb4) COLLATE utf8mb4_nopad_bin
WHERE (`t0`.`id` = `t1`.`column1`)
-- $1 = 7 (bigint)
-- $2 = '1.00' (numeric(10,2))
-- $3 = 'a' (text)
-- $4 = 8 (bigint)
-- $5 = '2.50' (numeric(10,2))
-- $6 = NULL (text)
-- next
UPDATE `shop`.`item` AS `t0`
JOIN (SELECT $1 AS `column1`, $2 AS `column2`) AS `t1`
SET `t0`.`is_active` = `t1`.`column2`
WHERE (`t0`.`id` = `t1`.`column1`)
-- $1 = 9 (bigint)
-- $2 = false (boolean)
-- next
SELECT `t0`.`id`, CAST(CONVERT(`t0`.`note` USING utf8mb4) AS BINARY)
FROM (SELECT 0 AS `column1`, $1 AS `column2` UNION ALL SELECT 1, $2 UNION ALL SELECT 2, $3) AS `t1`
LEFT JOIN `shop`.`item` AS `t0` ON (`t0`.`id` = `t1`.`column2`)
ORDER BY `t1`.`column1`
-- $1 = 7 (bigint)
-- $2 = 8 (bigint)
-- $3 = 9 (bigint)
-- row: id 0, note 1; key 0
