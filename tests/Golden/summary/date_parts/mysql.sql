SELECT CAST(`created_at__year` AS BINARY), CAST(`created_at__month` AS BINARY), `is_active`, `count`
FROM (SELECT YEAR(`created_at`) AS `created_at__year`, MONTH(`created_at`) AS `created_at__month`, `is_active` AS `is_active`, count(*) AS `count`
FROM `shop`.`item`
GROUP BY YEAR(`created_at`), MONTH(`created_at`), `is_active`) AS `item`
WHERE `created_at__year` >= $1
ORDER BY `item`.`created_at__year` IS NULL DESC, `item`.`created_at__year` DESC, `item`.`created_at__month` IS NULL, `item`.`created_at__month`, `item`.`is_active`
LIMIT 101
-- $1 = '2020' (numeric)
