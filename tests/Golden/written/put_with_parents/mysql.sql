SELECT `id`
FROM `shop`.`memo`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
FOR UPDATE
-- $1 = 1 (bigint)
-- row: ; key 0
-- next
UPDATE `shop`.`memo`
SET `item_id` = $1, `words` = DEFAULT
WHERE `id` IN ($2)
-- $1 = 3 (bigint)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`memo`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
-- next
-- once it is written:
SELECT `t0`.`id`, `t0`.`item_id`, CAST(CONVERT(`t0`.`words` USING utf8mb4) AS BINARY), CAST(CONVERT(`t0`.`deleted_at` USING utf8mb4) AS BINARY), `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `t2`.`id`, CAST(CONVERT(`t2`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t2`.`email` USING utf8mb4) AS BINARY)
FROM `shop`.`memo` AS `t0`
LEFT JOIN `shop`.`item` AS `t1` ON `t1`.`id` = `t0`.`item_id`
LEFT JOIN `shop`.`person` AS `t2` ON `t2`.`id` = `t1`.`owner_id`
WHERE `t0`.`id` IN ($1)
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, item_id 1, words 2, deleted_at 3, item_id_object { id 4, name 5, price 6, note 7, is_active 8, created_at 9, owner_id 10, reviewer_id 11, parent_id 12, owner_id_object { id 13, name 14, email 15 } unless 13 is NULL } unless 4 is NULL; key 0
