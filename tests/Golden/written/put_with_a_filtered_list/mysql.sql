SELECT `id`
FROM `shop`.`person`
WHERE `id` = $1
FOR UPDATE
-- $1 = 1 (bigint)
-- row: ; key 0
-- next
UPDATE `shop`.`person`
SET `name` = $1, `email` = DEFAULT
WHERE `id` IN ($2)
-- $1 = 'b' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`person`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
-- next
-- once it is written:
SELECT `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` IN ($1)
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, referenced_by_item_owner_id_objects [ id 0 ]; key 0
-- next
-- once it is written:
SELECT `r`.`c0`, `r`.`n`
FROM (SELECT `p`.`n` AS `n`, row_number() OVER (PARTITION BY `p`.`n` ORDER BY `t1`.`id`) AS `r`, `t1`.`id` AS `c0`
FROM (SELECT row_number() OVER (ORDER BY `t0`.`id`) AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` IN ($1)) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
WHERE `t1`.`price` > $2) AS `r`
WHERE `r`.`r` <= 3
ORDER BY `r`.`n`, `r`.`r`
-- $1 = [1, 2] (bigint list)
-- $2 = '2' (numeric(10,2))
