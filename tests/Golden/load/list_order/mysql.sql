SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, referenced_by_item_owner_id_objects [ name 0 ]
-- next
SELECT CAST(CONVERT(`r`.`c0` USING utf8mb4) AS BINARY), `r`.`n`
FROM (SELECT `p`.`n` AS `n`, row_number() OVER (PARTITION BY `p`.`n` ORDER BY `t1`.`price` DESC, CONVERT(`t1`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin, `t1`.`id`) AS `r`, CONVERT(`t1`.`name` USING utf8mb4) COLLATE utf8mb4_nopad_bin AS `c0`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `shop`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`) AS `r`
WHERE `r`.`r` <= 2
ORDER BY `r`.`n`, `r`.`r`
