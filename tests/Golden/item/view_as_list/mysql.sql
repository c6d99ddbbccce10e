SELECT `owner_id`, CAST(`total` AS BINARY)
FROM `shop`.`item_total`
WHERE `total` > $1
LIMIT 101
-- $1 = '10' (numeric)
