SELECT `id`, `item_id`
FROM `archive`.`receipt`
WHERE (`item_id`, `id`) < ($1, $2)
ORDER BY `receipt`.`item_id` DESC, `receipt`.`id` DESC
LIMIT 3
-- $1 = 3 (bigint)
-- $2 = 7 (bigint)
-- row: id 0, item_id 1; key 1, 0
