UPDATE `main`.`preset`
SET `required` = $1, `label` = $2, `count` = $3, `ratio` = $4, `flag` = FALSE, `born` = CURRENT_DATE, `plain` = NULL
WHERE `id` = $5
RETURNING `id`, `required`, `label`, `count`, `ratio`, `flag`, `born`, `plain`
-- $1 = 'x' (text)
-- $2 = 'it's new' (of the schema)
-- $3 = -1 (of the schema)
-- $4 = 0.5e0 (of the schema)
-- $5 = 1 (bigint)
