SELECT `owner_id`, `total`
FROM `main`.`item_total`
WHERE `total` > $1
LIMIT 101
-- $1 = '10' (numeric)
