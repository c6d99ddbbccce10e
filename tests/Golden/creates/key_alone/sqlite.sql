SELECT `item_id`, `label_id`
FROM `main`.`item_label`
WHERE (`item_id` = $1 AND `label_id` = $2)
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- row: item_id 0, label_id 1; key 0, 1
-- next
-- if it is absent:
INSERT INTO `main`.`item_label` (`item_id`, `label_id`)
VALUES ($1, $2)
ON CONFLICT (`item_id`, `label_id`) DO NOTHING
RETURNING `item_id`, `label_id`
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- row: item_id 0, label_id 1; key 0, 1
