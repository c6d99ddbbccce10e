SELECT `owner_id`, `total`
FROM `main`.`item_total`
WHERE `total` > $1
LIMIT 100
-- $1 = '10' (numeric)
