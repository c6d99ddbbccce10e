SELECT `id`
FROM `shop`.`memo`
WHERE (`id` = $1 AND `deleted_at` IS NULL)
FOR UPDATE
-- $1 = 7 (bigint)
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
-- if it is absent:
INSERT INTO `shop`.`memo` (`id`, `item_id`)
SELECT $1, $2
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`memo` WHERE `id` = $1 FOR UPDATE)
RETURNING `id`
-- $1 = 7 (bigint)
-- $2 = 3 (bigint)
-- row: ; key 0
-- next
-- once it is written:
SELECT `t0`.`id`, `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`
FROM `shop`.`memo` AS `t0`
LEFT JOIN `shop`.`item` AS `t1` ON `t1`.`id` = `t0`.`item_id`
WHERE `t0`.`id` IN ($1)
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: id 0, item_id_object { id 1, name 2, price 3, note 4, is_active 5, created_at 6, owner_id 7, reviewer_id 8, parent_id 9 } unless 1 is NULL; key 0
