SELECT `id`
FROM `shop`.`structures`
WHERE `trail` = $1
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = '((1,2))' (path)
