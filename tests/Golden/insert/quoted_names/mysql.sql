INSERT INTO `shop`.`Odd "Table"` (`Id`, `limit`, `say "hi"; --`)
VALUES ($1, $2, $3)
RETURNING `Id`, `limit`, `size__gte`, CAST(CONVERT(`say "hi"; --` USING utf8mb4) AS BINARY)
-- $1 = 1 (bigint)
-- $2 = 2 (integer)
-- $3 = 'x' (text)
-- row: Id 0, limit 1, size__gte 2, say "hi"; -- 3; key 0
