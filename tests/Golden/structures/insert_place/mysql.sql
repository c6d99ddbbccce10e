INSERT INTO `shop`.`structures` (`id`, `area`, `spread`)
VALUES ($1, ST_GeomFromText(SUBSTRING_INDEX($2, ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX($2, ';', 1), 6) AS UNSIGNED)), ST_GeomFromText(SUBSTRING_INDEX($3, ';', -1), CAST(SUBSTRING(SUBSTRING_INDEX($3, ';', 1), 6) AS UNSIGNED)))
RETURNING `id`, CAST(ST_AsGeoJSON(`area`, 15) AS BINARY), CAST(ST_AsGeoJSON(`spread`, 15) AS BINARY)
-- $1 = 1 (integer)
-- $2 = 'SRID=4326;POINT(1 2)' (geometry)
-- $3 = NULL (geography)
-- row: id 0, area 1, spread 2; key 0
