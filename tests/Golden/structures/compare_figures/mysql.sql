SELECT `id`
FROM `shop`.`structures`
WHERE (`corner` = $1 AND `corner` <> $2)
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = '(1,2)' (point)
-- $2 = '(1,2)' (point)
