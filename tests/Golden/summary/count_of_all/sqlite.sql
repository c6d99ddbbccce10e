SELECT `count`
FROM (SELECT count(*) AS `count`
FROM `main`.`item`) AS `item`
LIMIT 101
