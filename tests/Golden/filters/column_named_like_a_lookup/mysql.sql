SELECT `Id`, `limit`, `size__gte`, CAST(CONVERT(`say "hi"; --` USING utf8mb4) AS BINARY)
FROM `shop`.`Odd "Table"`
WHERE (`size__gte` = $1 AND `size__gte` < $2)
ORDER BY `Odd "Table"`.`Id`
LIMIT 101
-- $1 = 3 (integer)
-- $2 = 9 (integer)
