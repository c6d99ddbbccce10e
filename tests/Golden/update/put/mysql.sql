SELECT `id`
FROM `shop`.`item`
WHERE `id` = $1
FOR UPDATE
-- $1 = 7 (bigint)
-- next
UPDATE `shop`.`item`
SET `name` = $1, `owner_id` = $2, `price` = DEFAULT, `note` = DEFAULT, `is_active` = DEFAULT, `reviewer_id` = DEFAULT, `parent_id` = DEFAULT
WHERE `id` IN ($3)
-- $1 = 'Lamp' (text)
-- $2 = 1 (bigint)
-- $3 = the keys chosen before (of the schema)
-- next
SELECT `id`
FROM `shop`.`item`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
