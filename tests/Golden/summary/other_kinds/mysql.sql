SELECT CAST(CONVERT(`other` USING utf8mb4) AS BINARY), CAST(`enum` AS BINARY), `sum_single`, `sum_int16`
FROM (SELECT `other` AS `other`, `enum` COLLATE utf8mb4_nopad_bin AS `enum`, sum(CAST(`single` AS DOUBLE)) AS `sum_single`, sum(`int16`) AS `sum_int16`
FROM `shop`.`kinds`
GROUP BY `other`, `enum` COLLATE utf8mb4_nopad_bin) AS `kinds`
ORDER BY `kinds`.`other` IS NULL, `kinds`.`other`, `kinds`.`enum` COLLATE utf8mb4_nopad_bin IS NULL, `kinds`.`enum` COLLATE utf8mb4_nopad_bin
LIMIT 101
