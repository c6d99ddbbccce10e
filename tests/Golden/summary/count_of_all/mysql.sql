SELECT `count`
FROM (SELECT count(*) AS `count`
FROM `shop`.`item`) AS `item`
LIMIT 101
