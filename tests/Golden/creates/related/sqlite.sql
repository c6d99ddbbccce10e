UPDATE `main`.`memo`
SET `item_id` = $1, `words` = NULL
WHERE (`id` = $2 AND `deleted_at` IS NULL)
RETURNING `id`
-- $1 = 3 (bigint)
-- $2 = 7 (bigint)
-- row: ; key 0
-- next
-- if it is absent:
INSERT INTO `main`.`memo` (`id`, `item_id`)
VALUES ($1, $2)
ON CONFLICT (`id`) DO NOTHING
RETURNING `id`
-- $1 = 7 (bigint)
-- $2 = 3 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT `t0`.`id`, `t1`.`id`, `t1`.`name`, `t1`.`price`, `t1`.`note`, `t1`.`is_active`, `t1`.`created_at`, `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`
FROM `main`.`memo` AS `t0`
LEFT JOIN `main`.`item` AS `t1` ON `t1`.`id` = `t0`.`item_id`
WHERE `t0`.`id` IN (SELECT value FROM json_each($1))
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, item_id_object { id 1, name 2, price 3, note 4, is_active 5, created_at 6, owner_id 7, reviewer_id 8, parent_id 9 } unless 1 is NULL; key 0
