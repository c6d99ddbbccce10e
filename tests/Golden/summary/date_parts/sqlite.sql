SELECT `created_at__year`, `created_at__month`, `is_active`, `count`
FROM (SELECT relata_moment('year', `created_at`) AS `created_at__year`, relata_moment('month', `created_at`) AS `created_at__month`, `is_active` AS `is_active`, count(*) AS `count`
FROM `main`.`item`
GROUP BY relata_moment('year', `created_at`), relata_moment('month', `created_at`), `is_active`) AS `item`
WHERE `created_at__year` >= $1
ORDER BY `item`.`created_at__year` DESC NULLS FIRST, `item`.`created_at__month` NULLS LAST, `item`.`is_active`
LIMIT 101
-- $1 = '2020' (numeric)
