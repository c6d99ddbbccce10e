SELECT `reviewer_id`
FROM (SELECT `reviewer_id` AS `reviewer_id`
FROM `shop`.`item`
GROUP BY `reviewer_id`) AS `item`
ORDER BY `item`.`reviewer_id` IS NULL, `item`.`reviewer_id`
LIMIT 101
