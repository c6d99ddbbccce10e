DELETE FROM `shop`.`item`
WHERE (`price` < $1 AND `note` IS NULL)
-- $1 = '1' (numeric(10,2))
