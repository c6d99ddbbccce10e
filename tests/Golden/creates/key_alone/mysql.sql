SELECT `item_id`, `label_id`
FROM `shop`.`item_label`
WHERE (`item_id` = $1 AND `label_id` = $2)
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- row: item_id 0, label_id 1; key 0, 1
-- next
-- if it is absent:
INSERT INTO `shop`.`item_label` (`item_id`, `label_id`)
SELECT $1, $2
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`item_label` WHERE `item_id` = $1 AND `label_id` = $2 FOR UPDATE)
RETURNING `item_id`, `label_id`
-- $1 = 1 (bigint)
-- $2 = 2 (bigint)
-- row: item_id 0, label_id 1; key 0, 1
