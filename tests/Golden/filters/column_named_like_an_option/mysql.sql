SELECT `Id`, `limit`, `size__gte`, CAST(CONVERT(`say "hi"; --` USING utf8mb4) AS BINARY)
FROM `shop`.`Odd "Table"`
WHERE `limit` = $1
ORDER BY `Odd "Table"`.`Id`
LIMIT 6
-- $1 = 3 (integer)
