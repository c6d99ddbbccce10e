INSERT INTO `shop`.`item` (`name`, `note`, `owner_id`)
SELECT $1, $2, $3
FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM `shop`.`item` WHERE `note` = $2 FOR UPDATE)
RETURNING `id`
-- $1 = 'a' (text)
-- $2 = 'n' (text)
-- $3 = 1 (bigint)
-- row: id 0; key 0
