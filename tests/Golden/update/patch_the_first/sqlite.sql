WITH `chosen` AS MATERIALIZED (
SELECT `item`.`id`
FROM `main`.`item`
WHERE `is_active` = $1
ORDER BY `item`.`reviewer_id` NULLS LAST, `item`.`id`
LIMIT 2
OFFSET $2
)
UPDATE `main`.`item`
SET `note` = $3
WHERE `id` IN (SELECT `id` FROM `chosen`)
RETURNING `id`
-- $1 = true (boolean)
-- $2 = 1 (bigint)
-- $3 = 'x' (text)
