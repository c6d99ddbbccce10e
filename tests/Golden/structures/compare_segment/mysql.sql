SELECT `id`
FROM `shop`.`structures`
WHERE `edge` = $1
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = '[(1,2),(1,2)]' (lseg)
