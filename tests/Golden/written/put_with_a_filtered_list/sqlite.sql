UPDATE `main`.`person`
SET `name` = $1, `email` = NULL
WHERE `id` = $2
RETURNING `id`
-- $1 = 'b' (text)
-- $2 = 1 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT `t0`.`id`
FROM `main`.`person` AS `t0`
WHERE `t0`.`id` IN (SELECT value FROM json_each($1))
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, referenced_by_item_owner_id_objects [ id 0 ]; key 0
-- next
-- once it is written:
SELECT `r`.`c0`, `r`.`n`
FROM (SELECT `p`.`n` AS `n`, row_number() OVER (PARTITION BY `p`.`n` ORDER BY `t1`.`id`) AS `r`, `t1`.`id` AS `c0`
FROM (SELECT row_number() OVER (ORDER BY `t0`.`id`) AS `n`, `t0`.`id` AS `k0`
FROM `main`.`person` AS `t0`
WHERE `t0`.`id` IN (SELECT value FROM json_each($1))) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
WHERE `t1`.`price` > $2) AS `r`
WHERE `r`.`r` <= 3
ORDER BY `r`.`n`, `r`.`r`
-- $1 = [1, 2] (bigint list)
-- $2 = '2' (numeric(10,2))
