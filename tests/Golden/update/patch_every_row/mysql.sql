SELECT `id`
FROM `shop`.`item`
FOR UPDATE
-- next
UPDATE `shop`.`item`
SET `is_active` = $1
WHERE `id` IN ($2)
-- $1 = false (boolean)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
