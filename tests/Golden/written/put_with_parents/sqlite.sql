UPDATE `main`.`memo`
SET `item_id` = $1, `words` = NULL
WHERE (`id` = $2 AND `deleted_at` IS NULL)
RETURNING `id`
-- $1 = 3 (bigint)
-- $2 = 1 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT `t0`.`id`, `t0`.`item_id`, `t0`.`words`, `t0`.`deleted_at`, `t1`.`id`, `t1`.`name`, `t1`.`price`, `t1`.`note`, `t1`.`is_active`, `t1`.`created_at`, `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `t2`.`id`, `t2`.`name`, `t2`.`email`
FROM `main`.`memo` AS `t0`
LEFT JOIN `main`.`item` AS `t1` ON `t1`.`id` = `t0`.`item_id`
LEFT JOIN `main`.`person` AS `t2` ON `t2`.`id` = `t1`.`owner_id`
WHERE `t0`.`id` IN (SELECT value FROM json_each($1))
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, item_id 1, words 2, deleted_at 3, item_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12, owner_id_object { id 13, name 14, email 15 } unless 13 is NULL } unless 4 is NULL; key 0
