UPDATE `shop`.`task` AS `t0`
JOIN (SELECT $1 AS `column1`, $2 AS `column2` UNION ALL SELECT $3, $4) AS `t1`
SET `t0`.`title` = CONVERT(`t1`.`column2` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `t0`.`updated_at` = CURRENT_TIMESTAMP(6)
WHERE (`t0`.`id` = `t1`.`column1` AND `t0`.`deleted_at` IS NULL)
-- $1 = 7 (bigint)
-- $2 = 'a' (text)
-- $3 = 8 (bigint)
-- $4 = 'b' (text)
-- next
SELECT `t0`.`id`
FROM (SELECT 0 AS `column1`, $1 AS `column2` UNION ALL SELECT 1, $2) AS `t1`
LEFT JOIN `shop`.`task` AS `t0` ON (`t0`.`id` = `t1`.`column2` AND `t0`.`deleted_at` IS NULL)
ORDER BY `t1`.`column1`
-- $1 = 7 (bigint)
-- $2 = 8 (bigint)
-- row: id 0; key 0
