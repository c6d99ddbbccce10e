SELECT `t0`.`id`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ], referenced_by_item_reviewer_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]
-- next
SELECT `t1`.`id`, `t1`.`name`, `t1`.`price`, `t1`.`note`, `t1`.`is_active`, `t1`.`created_at`, `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
WHERE `t1`.`price` >= $1
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = '2' (numeric(10,2))
-- next
SELECT `t2`.`id`, `t2`.`name`, `t2`.`price`, `t2`.`note`, `t2`.`is_active`, `t2`.`created_at`, `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`id` AS `s0`
FROM `main`.`person` AS `t0`
ORDER BY `t0`.`id`
LIMIT 101) AS `r`) AS `p`
JOIN `main`.`item` AS `t2` ON `t2`.`reviewer_id` = `p`.`k0`
WHERE `t2`.`name` GLOB relata_glob($1)
ORDER BY `p`.`n`, `t2`.`id`
-- $1 = 'a%' (text)
