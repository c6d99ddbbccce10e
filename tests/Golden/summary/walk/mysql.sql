SELECT `reviewer_id`
FROM (SELECT `reviewer_id` AS `reviewer_id`
FROM `shop`.`item`
GROUP BY `reviewer_id`) AS `item`
ORDER BY `item`.`reviewer_id` IS NULL, `item`.`reviewer_id`
LIMIT 3
-- row: reviewer_id 0; key 0
