UPDATE `main`.`item`
SET `name` = $1, `owner_id` = $2, `price` = $3, `note` = NULL, `is_active` = TRUE, `reviewer_id` = NULL, `parent_id` = NULL
WHERE `id` = $4
RETURNING `id`
-- $1 = 'Lamp' (text)
-- $2 = 1 (bigint)
-- $3 = 0 (of the schema)
-- $4 = 7 (bigint)
