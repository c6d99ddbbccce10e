SELECT `t0`.`id`, `t0`.`name`, `t0`.`price`, `t0`.`note`, `t0`.`is_active`, `t0`.`created_at`, `t0`.`owner_id`, `t0`.`reviewer_id`, `t0`.`parent_id`, `t1`.`id`, `t1`.`name`, `t1`.`email`, `t2`.`id`, `t2`.`name`, `t2`.`price`, `t2`.`note`, `t2`.`is_active`, `t2`.`created_at`, `t2`.`owner_id`, `t2`.`reviewer_id`, `t2`.`parent_id`, `t3`.`id`, `t3`.`name`, `t3`.`email`
FROM `main`.`item` AS `t0`
LEFT JOIN `main`.`person` AS `t1` ON `t1`.`id` = `t0`.`owner_id`
LEFT JOIN `main`.`item` AS `t2` ON `t2`.`id` = `t0`.`parent_id`
LEFT JOIN `main`.`person` AS `t3` ON `t3`.`id` = `t0`.`reviewer_id`
ORDER BY `t0`.`id`
LIMIT 101
-- row: id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8, owner_id_object { id 9, name 10, email 11 } unless 9 is NULL, parent_id_object { id 12, name 13, price 14, note 15, is_active 16, created_at 17, owner_id 18, reviewer_id 19, parent_id 20 } unless 12 is NULL, reviewer_id_object { id 21, name 22, email 23 } unless 21 is NULL
