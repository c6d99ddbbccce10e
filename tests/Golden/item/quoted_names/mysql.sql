SELECT `Id`, `limit`, `size__gte`, CAST(CONVERT(`say "hi"; --` USING utf8mb4) AS BINARY)
FROM `shop`.`Odd "Table"`
WHERE `Id` = $1
-- $1 = 1 (bigint)
