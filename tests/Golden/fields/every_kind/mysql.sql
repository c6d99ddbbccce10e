SELECT `id`, `boolean`, `int16`, `int32`, `int64`, CAST(`decimal` AS BINARY), CAST(`single` AS DOUBLE), `double`, CAST(CONVERT(`text` USING utf8mb4) AS BINARY), CAST(CONVERT(`uuid` USING utf8mb4) AS BINARY), CAST(`date` AS BINARY), CAST(`time` AS BINARY), CAST(`timestamp` AS BINARY), CAST(CONVERT(`timestamptz` USING utf8mb4) AS BINARY), CAST(`interval` AS BINARY), CAST(`json` AS BINARY), CAST(`bytes` AS BINARY), CAST(`enum` AS BINARY), CAST(`array` AS BINARY), CAST(CONVERT(`other` USING utf8mb4) AS BINARY), CAST(`others` AS BINARY)
FROM `shop`.`kinds`
ORDER BY `kinds`.`id`
LIMIT 101
