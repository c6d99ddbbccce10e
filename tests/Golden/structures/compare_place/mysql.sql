SELECT `id`
FROM `shop`.`structures`
WHERE `area` = ST_GeomFromText(SUBSTRING_INDEX($1, ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX($1, ';', 1), 6) AS UNSIGNED))
ORDER BY `structures`.`id`
LIMIT 101
-- $1 = 'SRID=4326;POINT(1 2)' (geometry)
