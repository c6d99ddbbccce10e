SELECT `id`
FROM `shop`.`structures`
WHERE `id` = $1
FOR UPDATE
-- $1 = 1 (integer)
-- next
UPDATE `shop`.`structures`
SET `spread` = ST_GeomFromText(SUBSTRING_INDEX($1, ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX($1, ';', 1), 6) AS UNSIGNED))
WHERE `id` IN ($2)
-- $1 = 'SRID=4326;POINT(1 2)' (geography)
-- $2 = the keys chosen before (of the schema)
-- next
SELECT CAST(ST_AsGeoJSON(`spread`, 15) AS BINARY)
FROM `shop`.`structures`
WHERE `id` IN ($1)
ORDER BY `id`
-- $1 = the keys chosen before (of the schema)
