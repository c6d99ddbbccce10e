SELECT `t0`.`id`
FROM `main`.`item` AS `t0`
ORDER BY `t0`.`note` DESC NULLS FIRST, `t0`.`id`
LIMIT 6
OFFSET $1
-- $1 = 10 (bigint)
-- row: id 0, referenced_by_item_parent_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL ]
-- next
SELECT `t1`.`id`, `t1`.`name`, `t1`.`price`, `t1`.`note`, `t1`.`is_active`, `t1`.`created_at`, `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `t2`.`id`, `t2`.`name`, `t2`.`email`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `r`.`s0` DESC NULLS FIRST, `r`.`s1`) AS `n`, `r`.`k0` AS `k0`
FROM (SELECT `t0`.`id` AS `k0`, `t0`.`note` AS `s0`, `t0`.`id` AS `s1`
FROM `main`.`item` AS `t0`
ORDER BY `t0`.`note` DESC NULLS FIRST, `t0`.`id`
LIMIT 6
OFFSET $1) AS `r`) AS `p`
JOIN `main`.`item` AS `t1` ON `t1`.`parent_id` = `p`.`k0`
LEFT JOIN `main`.`person` AS `t2` ON `t2`.`id` = `t1`.`owner_id`
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = 10 (bigint)
