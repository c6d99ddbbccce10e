SELECT `item`.`id`
FROM `shop`.`item`
WHERE `is_active` = $1
ORDER BY `item`.`reviewer_id` IS NULL, `item`.`reviewer_id`, `item`.`id`
LIMIT 2
OFFSET $2
FOR UPDATE
-- $1 = true (boolean)
-- $2 = 1 (bigint)
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
