SELECT count(*)
FROM (SELECT `owner_id` AS `owner_id`, count(*) AS `count`
FROM `shop`.`item`
GROUP BY `owner_id`) AS `item`
WHERE `count` > $1
-- $1 = 2 (bigint)
-- next
SELECT `owner_id`, `count`
FROM (SELECT `owner_id` AS `owner_id`, count(*) AS `count`
FROM `shop`.`item`
GROUP BY `owner_id`) AS `item`
WHERE `count` > $1
ORDER BY `item`.`owner_id`
LIMIT 6
-- $1 = 2 (bigint)
