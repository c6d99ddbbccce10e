SELECT `id`
FROM `shop`.`item`
WHERE `id` = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE `shop`.`item`
SET `note` = $1
WHERE `id` IN ($2)
-- $1 = 'n' (text)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
