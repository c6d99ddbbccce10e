-- before:
SELECT `id`, CAST(CONVERT(`name` USING utf8mb4) AS BINARY), CAST(CONVERT(`price` USING utf8mb4) AS BINARY), CAST(CONVERT(`note` USING utf8mb4) AS BINARY), `is_active`, CAST(CONVERT(`created_at` USING utf8mb4) AS BINARY), `owner_id`, `reviewer_id`, `parent_id`
FROM `shop`.`item`
WHERE `id` = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
SELECT `id`
FROM `shop`.`item`
WHERE `id` = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE `shop`.`item`
SET `note` = $1
WHERE `id` IN ($2)
-- $1 = 'x' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
