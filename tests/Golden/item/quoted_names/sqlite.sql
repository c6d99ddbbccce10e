SELECT `Id`, `limit`, `size__gte`, `say "hi"; --`
FROM `main`.`Odd "Table"`
WHERE `Id` = $1
-- $1 = 1 (bigint)
