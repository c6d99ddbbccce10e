INSERT INTO `shop`.`person` (`name`)
VALUES ($1)
RETURNING `id`
-- $1 = 'a' (text)
-- row: ; key 0
-- next
-- once it is written:
SELECT CAST(CONVERT(`t0`.`name` USING utf8mb4) AS BINARY), `t0`.`id`
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` IN ($1)
ORDER BY `t0`.`id`
-- $1 = [1, 2] (bigint list)
-- row: name 0, referenced_by_item_owner_id_objects [ id 0, name 1, price 2, note 3, is_active 4, created_at 5, owner_id 6, reviewer_id 7, parent_id 8 ]; key 1
-- next
-- once it is written:
SELECT `t1`.`id`, CAST(CONVERT(`t1`.`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`t1`.`note` USING utf8mb4) AS BINARY), `t1`.`is_active`, CAST(CONVERT(`t1`.`created_at` USING utf8mb4) AS BINARY), `t1`.`owner_id`, `t1`.`reviewer_id`, `t1`.`parent_id`, `p`.`n`
FROM (SELECT row_number() OVER (ORDER BY `t0`.`id`) AS `n`, `t0`.`id` AS `k0`
FROM `shop`.`person` AS `t0`
WHERE `t0`.`id` IN ($1)) AS `p`
JOIN `shop`.`item` AS `t1` ON `t1`.`owner_id` = `p`.`k0`
ORDER BY `p`.`n`, `t1`.`id`
-- $1 = [1, 2] (bigint list)
