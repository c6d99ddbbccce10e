SELECT `count`
FROM (SELECT `owner_id` AS `owner_id`, count(*) AS `count`
FROM `shop`.`item`
GROUP BY `owner_id`) AS `item`
ORDER BY `item`.`owner_id`
LIMIT 101
