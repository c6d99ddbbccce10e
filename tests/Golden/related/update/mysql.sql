SELECT `t0`.`id`
FROM `shop`.`item` AS `t0`
WHERE EXISTS (SELECT 1 FROM `shop`.`person` AS `t1` WHERE (`t1`.`id` = `t0`.`owner_id` AND (`t1`.`name` = $1 AND `t1`.`name` = $1 COLLATE utf8mb4_nopad_bin)))
FOR UPDATE
-- $1 = 'a' (text)
-- next
UPDATE `shop`.`item`
SET `note` = $1
WHERE `id` IN ($2)
-- $1 = 'x' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`note` USING utf8mb4) AS BINARY), `is_active`, CAST(CONVERT(`created_at` USING utf8mb4) AS BINARY), `owner_id`, `reviewer_id`, `parent_id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
